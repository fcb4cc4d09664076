package liveroom.app.studio;

import java.util.Optional;

/// Small pictures of the show's scenes, as they would be on air. Free-threaded; making one takes time, so that none
/// is asked for on the window's thread or a media thread.
public interface ScenePictures {
    /// What a scene looks like: a JPEG, some 320 pixels wide; nothing if there is no such scene, or too many ask.
    Optional<byte[]> jpegOf(String sceneId);
}
