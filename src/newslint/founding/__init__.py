"""Founding: what a desk begins with, as its stories show the house's hand, and new rules."""
