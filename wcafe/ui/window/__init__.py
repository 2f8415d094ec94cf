"""The window of the desk: menus, side bar, start page, files, messages; one café at a time."""
