//! Plain text as readers save it.
