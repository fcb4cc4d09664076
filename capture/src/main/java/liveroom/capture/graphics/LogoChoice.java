package liveroom.capture.graphics;

import liveroom.capture.brand.BrandKit;

/// Which of a kit's two logos is meant by `kit:logo`.
final class LogoChoice {
    /// What names of a kit's files begin with.
    static final String KIT = "kit:";
    static final String LOGO = "kit:logo";

    private LogoChoice() {}

    /// The one for a dark or a light background, the other one where the kit has only that; empty if none.
    static String of(BrandKit kit, boolean onDark) {
        String wanted = onDark ? kit.logo().light() : kit.logo().dark();
        String other = onDark ? kit.logo().dark() : kit.logo().light();
        String file = wanted.isEmpty() ? other : wanted;
        return file.isEmpty() ? "" : KIT + file;
    }
}
