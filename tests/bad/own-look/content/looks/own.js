const words = "The director";
