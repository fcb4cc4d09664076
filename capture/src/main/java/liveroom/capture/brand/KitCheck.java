package liveroom.capture.brand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.brand.Finding.Code;
import liveroom.capture.brand.Finding.Fix;
import liveroom.capture.brand.Finding.Severity;
import liveroom.capture.scene.Content.FontRole;

/// Looks a kit over for what its maker should know.
public final class KitCheck {
    private static final double LEAST_MARGIN = 0.02;
    private static final double MOST_MARGIN = 0.12;
    private final BrandKit kit;
    private final StudioFonts fonts;
    private final List<Finding> findings = new ArrayList<>();

    private KitCheck(BrandKit kit, StudioFonts fonts) {
        this.kit = kit;
        this.fonts = fonts;
    }

    /// What there is to say, errors first; nothing for a kit that is as it should be. Takes as
    /// long as reading all files of the kit does.
    ///
    /// @throws BrandException if the kit's folder has become one that is refused
    public static List<Finding> findings(BrandKit kit, StudioFonts fonts) throws BrandException {
        KitCheck check = new KitCheck(kit, fonts);
        Set<String> files = KitListing.of(kit.folder());
        check.findings.addAll(contrast(kit));
        check.logos(files);
        check.typefaces(files);
        check.contents(files);
        check.licences(files);
        check.safeMargin();
        return check.findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    /// Text of the kit that can hardly be read on its ground, each with a colour that can. Reads no file.
    public static List<Finding> contrast(BrandKit kit) {
        List<Finding> faint = new ArrayList<>();
        for (Ground ground : Ground.values()) {
            int on = kit.colour(ground.role());
            int ink = kit.colour(ground.text());
            if (Contrast.ratio(ink, on) >= Contrast.LEAST) {
                continue;
            }
            int better = Contrast.readable(ink, on);
            String sentence = "\"%s\" on \"%s\" has a contrast of %.1f : 1; everyone can read 4.5 : 1. %s would do."
                    .formatted(
                            KitMembers.camel(ground.text()),
                            KitMembers.camel(ground.role()),
                            Contrast.ratio(ink, on),
                            Contrast.hex(better));
            Fix fix = new Fix(ground.text(), better);
            faint.add(new Finding(Severity.WARNING, Code.LOW_CONTRAST, sentence, Optional.of(fix)));
        }
        return faint;
    }

    private void logos(Set<String> files) {
        logo(kit.logo().light(), "dark", files);
        logo(kit.logo().dark(), "light", files);
    }

    private void logo(String file, String grounds, Set<String> files) {
        if (file.isEmpty()) {
            warn(Code.LOGO_MISSING, "The kit has no logo for " + grounds + " backgrounds.");
        } else if (!files.contains(file)) {
            missing(file, "the logo for " + grounds + " backgrounds");
        }
    }

    private void typefaces(Set<String> files) {
        Set<String> told = new HashSet<>();
        for (FontRole role : FontRole.values()) {
            Typeface face = kit.typeface(role);
            String use = "the " + KitMembers.camel(role) + " font";
            for (String file : face.files()) {
                if (!files.contains(file) && told.add(file)) {
                    missing(file, use);
                }
            }
            if (face.files().isEmpty() && !fonts.has(kit, role)) {
                error(
                        Code.FONT_MISSING,
                        "The font " + KitNames.shown(face.family()) + ", " + use
                                + ", is neither in the kit nor in the studio; " + StudioFonts.FAMILY
                                + " is shown instead. Put its file into the kit.");
            }
        }
    }

    /// Files that are there, but cannot be used.
    private void contents(Set<String> files) {
        for (String name : files) {
            try {
                Path file = KitFiles.open(kit, name);
                if (!KitContents.opens(file, name)) {
                    broken("The file " + KitNames.shown(name) + " is damaged. Export it anew.");
                }
            } catch (BrandException e) {
                broken(e.sentence());
            }
        }
    }

    private void licences(Set<String> files) {
        Set<String> folders = new HashSet<>();
        files.stream().filter(KitCheck::isLicence).map(KitCheck::folder).forEach(folders::add);
        for (String name : files) {
            boolean isFont =
                    FileKind.of(name).filter(kind -> kind == FileKind.FONT).isPresent();
            if (isFont && !folders.contains(folder(name)) && !folders.contains("")) {
                warn(
                        Code.FONT_WITHOUT_LICENCE,
                        "There is no licence for the font " + KitNames.shown(name)
                                + ". Put its LICENSE.txt or OFL.txt beside it, if you may pass it on.");
            }
        }
    }

    private static boolean isLicence(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return file.endsWith(".txt") && (file.contains("licen") || file.contains("ofl") || file.contains("copying"));
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private void safeMargin() {
        double margin = kit.safeMargin();
        if (margin < LEAST_MARGIN || margin > MOST_MARGIN) {
            warn(
                    Code.SAFE_MARGIN,
                    "A safe margin of %.0f %% leaves %s; 2 to 12 %% are usual, 5 %% is a good one."
                            .formatted(
                                    margin * 100,
                                    margin < LEAST_MARGIN ? "graphics to be cut off" : "little of the picture"));
        }
    }

    private void missing(String file, String use) {
        error(Code.FILE_MISSING, "The file " + KitNames.shown(file) + ", " + use + ", is not in the kit.");
    }

    private void broken(String sentence) {
        error(Code.FILE_BROKEN, sentence);
    }

    private void error(Code code, String sentence) {
        findings.add(new Finding(Severity.ERROR, code, sentence, Optional.empty()));
    }

    private void warn(Code code, String sentence) {
        findings.add(new Finding(Severity.WARNING, code, sentence, Optional.empty()));
    }
}
