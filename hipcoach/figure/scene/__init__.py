"""Body and props before a camera: outlines, room and painter order, without any painter."""
