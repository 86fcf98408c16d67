"""How the lists that comparing rests on are made, so that they can be made again or better."""
