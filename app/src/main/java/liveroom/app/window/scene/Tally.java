package liveroom.app.window.scene;

import liveroom.app.window.kit.Words;

/// Where a scene is.
enum Tally {
    /// Viewers see it.
    ON_AIR("scene.isOnAir"),
    /// Viewers would see it, if the show were on air.
    PROGRAM("scene.isProgram"),
    NEXT("scene.isNext"),
    READY("scene.isReady");

    private final String key;

    Tally(String key) {
        this.key = key;
    }

    String words() {
        return Words.of(key);
    }
}
