#!/usr/bin/env python3
"""A small window one can drag a file out of: drag.py FILE X Y. It stands for the
file manager when the real window is driven."""
import sys
import gi
gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

path, x, y = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
win = Gtk.Window(type=Gtk.WindowType.POPUP)
box = Gtk.EventBox()
box.add(Gtk.Label(label="fil"))
box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
box.drag_source_add_uri_targets()
box.connect("drag-data-get", lambda w, c, data, i, t: data.set_uris([GLib.filename_to_uri(path)]))
box.connect("drag-end", lambda w, c: Gtk.main_quit())
win.add(box)
win.set_title("a file to drag")
win.set_default_size(60, 30)
win.move(x, y)
win.show_all()
GLib.timeout_add_seconds(60, Gtk.main_quit)
Gtk.main()
