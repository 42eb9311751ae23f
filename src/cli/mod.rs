//! Owns the command line. It refuses to draw.
