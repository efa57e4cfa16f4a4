"""The marker of a plugin's hooks. Only plugin modules import it."""

import pluggy

hookimpl = pluggy.HookimplMarker("newslint")
