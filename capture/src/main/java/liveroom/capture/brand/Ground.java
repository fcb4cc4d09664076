package liveroom.capture.brand;

import liveroom.capture.scene.ColourRole;

/// A colour that text stands on, and the text's.
enum Ground {
    PRIMARY(ColourRole.PRIMARY, ColourRole.ON_PRIMARY, 0x2457d6),
    ACCENT(ColourRole.ACCENT, ColourRole.ON_ACCENT, 0xffc83d),
    SURFACE(ColourRole.SURFACE, ColourRole.ON_SURFACE, 0xffffff),
    BACKGROUND(ColourRole.BACKGROUND, ColourRole.ON_BACKGROUND, 0xf1f4f9);

    private final ColourRole role;
    private final ColourRole text;
    private final int usual;

    Ground(ColourRole role, ColourRole text, int usual) {
        this.role = role;
        this.text = text;
        this.usual = usual;
    }

    ColourRole role() {
        return role;
    }

    ColourRole text() {
        return text;
    }

    /// What a kit has that names none.
    int usual() {
        return usual;
    }
}
