package liveroom.app.window.brand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import liveroom.app.studio.BrandKits;
import liveroom.app.window.brand.Specimen.Motif;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.brand.BrandKit.Logo;
import liveroom.capture.brand.BrandKit.Typeface;
import liveroom.capture.brand.KitDraft;
import liveroom.capture.brand.KitHistory;
import liveroom.capture.scene.Content.FontRole;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kit while the host edits it: each change is drawn and checked at once, and can be undone; nothing else changes
/// until it is applied.
///
/// Confined to the JavaFX thread; files are read and written, and specimens drawn, in the background.
final class KitEditorModel {
    static final int MAX_NAME = 80;
    static final int MAX_SLATE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(KitEditorModel.class);

    private final BrandKits kits;
    private final KitDraft draft;
    private final Threads threads;
    private final ReadOnlyObjectWrapper<BrandKit> kit;
    private final ReadOnlyObjectWrapper<Motif> motif = new ReadOnlyObjectWrapper<>(Motif.AIR);
    private final ReadOnlyObjectWrapper<Materials> materials =
            new ReadOnlyObjectWrapper<>(new Materials(List.of(), List.of()));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Specimen.@Nullable Performance> performance = new ReadOnlyObjectWrapper<>();
    private final KitLooks looks;
    private final Edits<BrandKit> edits = new Edits<>();

    /// @param draft closed by [#close()]
    KitEditorModel(BrandKits kits, KitDraft draft, Threads threads) {
        this.kits = kits;
        this.draft = draft;
        this.threads = threads;
        looks = new KitLooks(kits.fonts(), threads, problem::set);
        kit = new ReadOnlyObjectWrapper<>(
                switch (draft.purpose()) {
                    case NEW -> draft.kit().withName(newName(draft.kit().name()));
                    case CHANGE -> draft.kit();
                });
        lookForMaterials();
        looks.look(kit.get(), motif.get());
    }

    private static String newName(String old) {
        String name = Words.of("kit.new.name", old);
        return name.length() <= MAX_NAME ? name : old;
    }

    /// What the host can choose from.
    ///
    /// @param faces of the kit, then of the studio
    /// @param versions that one can go back to, the newest first
    record Materials(List<Typeface> faces, List<KitHistory.Version> versions) {}

    /// Which of the two logos.
    enum LogoSide {
        LIGHT,
        DARK;

        String file(BrandKit kit) {
            return this == LIGHT ? kit.logo().light() : kit.logo().dark();
        }

        BrandKit with(BrandKit kit, String file) {
            return kit.withLogo(
                    this == LIGHT
                            ? new Logo(file, kit.logo().dark())
                            : new Logo(kit.logo().light(), file));
        }
    }

    /// Changes the kit.
    ///
    /// @param field changes of the same one in a row are undone as one
    void edit(String field, UnaryOperator<BrandKit> change) {
        BrandKit next = change.apply(kit.get());
        if (next.equals(kit.get())) {
            return;
        }
        edits.change(field, kit.get());
        show(next);
    }

    void edit(UnaryOperator<BrandKit> change) {
        edit(Edits.ALONE, change);
    }

    void undo() {
        edits.undo(kit.get()).ifPresent(this::show);
    }

    void redo() {
        edits.redo(kit.get()).ifPresent(this::show);
    }

    boolean canUndo() {
        return edits.canUndo();
    }

    boolean canRedo() {
        return edits.canRedo();
    }

    private void show(BrandKit next) {
        boolean paceChanged = next.motion() != kit.get().motion();
        problem.set("");
        kit.set(next);
        looks.look(next, motif.get());
        if (paceChanged) {
            play();
        }
    }

    /// Lets the lower third go and come once, at the kit's pace.
    void play() {
        show(Motif.AIR);
        looks.perform(kit.get(), performance::set);
    }

    /// The newest going and coming, to be shown once; `null` before the first.
    ReadOnlyObjectProperty<Specimen.@Nullable Performance> performance() {
        return performance.getReadOnlyProperty();
    }

    /// Shows a version from before; applied, it becomes the next one.
    void goBack(KitHistory.Version version) {
        edit(_ -> version.kit());
    }

    void bringLogo(LogoSide side, Path file) {
        bring(() -> draft.bringLogo(file), side::with);
    }

    void bringFont(FontRole role, Path file) {
        bring(() -> draft.bringFont(file), (now, face) -> now.withTypeface(role, face));
    }

    private <T> void bring(BrandModel.Work<T> work, BiFunction<BrandKit, T, BrandKit> change) {
        work(work, brought -> {
            edit(now -> change.apply(now, brought));
            lookForMaterials();
        });
    }

    /// Keeps the kit. @param done is given what the show calls it
    void apply(Consumer<String> done) {
        BrandKit wanted = kit.get().withName(kit.get().name().strip());
        work(() -> kits.keep(draft, wanted), done);
    }

    private <T> void work(BrandModel.Work<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        threads.background().execute(() -> {
            try {
                T result = work.run();
                threads.fxThread().execute(() -> {
                    busy.set(false);
                    done.accept(result);
                });
            } catch (BrandException e) {
                threads.fxThread().execute(() -> {
                    busy.set(false);
                    problem.set(e.sentence());
                });
            } catch (RuntimeException e) {
                LOG.error("The kit's editor failed", e);
                threads.fxThread().execute(() -> {
                    busy.set(false);
                    problem.set(Words.of("kit.failed"));
                });
            }
        });
    }

    private void lookForMaterials() {
        threads.background().execute(() -> {
            List<Typeface> faces = new ArrayList<>();
            try {
                faces.addAll(kits.fonts().faces(draft.kit()));
            } catch (BrandException e) {
                threads.fxThread().execute(() -> problem.set(e.sentence()));
            }
            faces.addAll(kits.fonts().faces());
            Materials found = new Materials(List.copyOf(faces), draft.versions());
            threads.fxThread().execute(() -> materials.set(found));
        });
    }

    void show(Motif wanted) {
        if (wanted != motif.get()) {
            motif.set(wanted);
            looks.look(kit.get(), wanted);
        }
    }

    KitDraft.Purpose purpose() {
        return draft.purpose();
    }

    /// Whether there is something to lose.
    boolean isChanged() {
        return canUndo();
    }

    /// Whether there is something to apply.
    boolean isReady() {
        boolean isNew = draft.purpose() == KitDraft.Purpose.NEW || !kit.get().equals(draft.kit());
        return isNew && !busy.get() && !kit.get().name().isBlank();
    }

    ReadOnlyObjectProperty<BrandKit> kit() {
        return kit.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Motif> motif() {
        return motif.getReadOnlyProperty();
    }

    /// What the kit looks like, and what is to be said about its files.
    ReadOnlyObjectProperty<KitLooks.Look> looks() {
        return looks.seen();
    }

    ReadOnlyObjectProperty<Materials> materials() {
        return materials.getReadOnlyProperty();
    }

    /// What did not work, a sentence; empty for nothing.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Forgets the draft.
    void close() {
        threads.background().execute(draft::close);
    }
}
