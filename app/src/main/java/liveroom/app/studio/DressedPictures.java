package liveroom.app.studio;

import java.util.Optional;
import liveroom.transport.control.DeskPictures;

/// Stills for producers. The giver closes what they are made by.
record DressedPictures(Still program, Still preview, SceneThumbnails scenes) implements DeskPictures {
    @Override
    public Optional<byte[]> jpeg(Bus bus) {
        return switch (bus) {
            case PROGRAM -> program.jpeg();
            case PREVIEW -> preview.jpeg();
        };
    }

    @Override
    public Optional<byte[]> jpegOf(String sceneId) {
        return scenes.jpegOf(sceneId);
    }
}
