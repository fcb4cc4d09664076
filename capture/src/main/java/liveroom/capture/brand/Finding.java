package liveroom.capture.brand;

import java.util.Optional;
import liveroom.capture.scene.ColourRole;

/// Something about a kit that its maker should know.
///
/// @param sentence for people: what is the matter, and what helps
/// @param fix what can be done about it at once
public record Finding(Severity severity, Code code, String sentence, Optional<Fix> fix) {
    public enum Severity {
        /// Viewers see that something is missing, or cannot read it.
        ERROR,
        /// It works, and could be better.
        WARNING
    }

    public enum Code {
        LOW_CONTRAST,
        FILE_MISSING,
        FILE_BROKEN,
        FONT_MISSING,
        FONT_WITHOUT_LICENCE,
        LOGO_MISSING,
        SAFE_MARGIN
    }

    /// Another colour for a role: see [BrandKit#withColour(ColourRole, int)]. @param rgb `0xRRGGBB`
    public record Fix(ColourRole role, int rgb) {}
}
