"""The animated figure: a skeleton that data pose, and that is drawn live.

`values` say what a figure is, `reading` takes them from resources/figure, `skeleton` solves a pose,
`scene` puts body and props before a camera, `paint` draws; `studio` is the door to all of it. Only
`paint` and the studio know Qt. Nothing here is imported before the window stands.
"""
