# (to be translated)
