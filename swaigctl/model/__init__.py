"""How actions, verbs and their values are described. Knows no fact, no file and no screen."""
