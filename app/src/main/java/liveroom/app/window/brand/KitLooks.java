package liveroom.app.window.brand;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.brand.Specimen.Picture;
import liveroom.app.window.kit.Threads;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.Finding;
import liveroom.capture.brand.KitCheck;
import liveroom.capture.brand.StudioFonts;
import liveroom.capture.graphics.BrandPainter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at a kit each time it changes, in the background: draws it, and checks its files. What changes meanwhile is
/// looked at next; what was changed again by then, never.
///
/// Confined to the JavaFX thread.
final class KitLooks {
    private static final Logger LOG = LoggerFactory.getLogger(KitLooks.class);

    private final StudioFonts fonts;
    private final Threads threads;
    private final Consumer<String> complain;
    private final Specimen specimen;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look(List.of(), Map.of()));
    private Optional<Wanted> wanted = Optional.empty();
    private Optional<Wanted> checked = Optional.empty();
    private boolean looking;

    /// @param complain is told why a kit cannot be looked at, a sentence for the host
    KitLooks(StudioFonts fonts, Threads threads, Consumer<String> complain) {
        this.fonts = fonts;
        this.threads = threads;
        this.complain = complain;
        specimen = new Specimen(new BrandPainter(fonts));
    }

    /// What was seen.
    ///
    /// @param findings but for those about colours
    /// @param pictures the motif that was asked for, and both logos
    record Look(List<Finding> findings, Map<Motif, Picture> pictures) {}

    private record Wanted(BrandKit kit, Motif motif) {
        boolean needsCheck(Wanted before) {
            BrandKit other = before.kit;
            return !kit.logo().equals(other.logo())
                    || !kit.fonts().equals(other.fonts())
                    || kit.safeMargin() != other.safeMargin();
        }
    }

    void look(BrandKit kit, Motif motif) {
        wanted = Optional.of(new Wanted(kit, motif));
        next();
    }

    private void next() {
        if (looking) {
            return;
        }
        wanted.ifPresent(now -> {
            wanted = Optional.empty();
            looking = true;
            boolean check = checked.isEmpty() || now.needsCheck(checked.get());
            List<Finding> known = look.get().findings();
            threads.background().execute(() -> {
                try {
                    Look seen = new Look(check ? check(now.kit) : known, draw(now));
                    threads.fxThread().execute(() -> {
                        checked = Optional.of(now);
                        look.set(seen);
                    });
                } catch (BrandException e) {
                    threads.fxThread().execute(() -> complain.accept(e.sentence()));
                } catch (RuntimeException e) {
                    LOG.error("The kit could not be drawn", e);
                } finally {
                    threads.fxThread().execute(() -> {
                        looking = false;
                        next();
                    });
                }
            });
        });
    }

    /// Draws what the lower third's going and coming needs, and says when it is ready.
    void perform(BrandKit kit, Consumer<Specimen.Performance> ready) {
        threads.background().execute(() -> {
            try {
                Specimen.Performance drawn = specimen.perform(kit);
                threads.fxThread().execute(() -> ready.accept(drawn));
            } catch (RuntimeException e) {
                LOG.error("The kit's motion could not be drawn", e);
            }
        });
    }

    private Map<Motif, Picture> draw(Wanted now) {
        Map<Motif, Picture> pictures = new EnumMap<>(Motif.class);
        for (Motif each : List.of(now.motif, Motif.LOGO_LIGHT, Motif.LOGO_DARK)) {
            pictures.put(each, specimen.draw(each, now.kit));
        }
        return pictures;
    }

    private List<Finding> check(BrandKit kit) throws BrandException {
        return KitCheck.findings(kit, fonts).stream()
                .filter(finding -> finding.code() != Finding.Code.LOW_CONTRAST)
                .toList();
    }

    ReadOnlyObjectProperty<Look> seen() {
        return look.getReadOnlyProperty();
    }
}
