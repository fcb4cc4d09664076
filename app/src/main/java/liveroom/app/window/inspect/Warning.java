package liveroom.app.window.inspect;

import liveroom.capture.scene.Layer;

/// Something about a layer that viewers would suffer from.
///
/// @param words a sentence for the host
/// @param remedy the layer without it
public record Warning(String words, Layer remedy) {}
