"""The language server: newslint in editors that speak the Language Server Protocol 3.17."""
