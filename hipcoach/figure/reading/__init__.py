"""Files of resources/figure become values; what is wrong in one is told by file and key."""
