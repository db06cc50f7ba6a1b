"""What a user does, without a front end: stored effects as small methods, no questions asked."""
