"""Copy as reporters file it, bent in every way that copy gets bent, and what must hold of it all the same."""
