"""Controls that are painted here and spoken as what they are: radio button, check box, number."""
