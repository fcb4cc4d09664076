package liveroom.capture.compose;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.scene.ColourRole;
import liveroom.capture.scene.Scene;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.DeskState;
import org.jspecify.annotations.Nullable;

/// The scene on air, the one it takes the place of, and the one that comes next, whose graphics are
/// painted before it is seen. Confined to the thread of its compositor.
final class Stage {
    private static final double NANOS_PER_MILLI = 1e6;

    private final LayerItem.Studio studio;
    private @Nullable MemorySegment spare;
    private @Nullable DeskState state;
    private @Nullable BrandKit kit;
    private @Nullable SceneDrawing onAir;
    private @Nullable SceneDrawing leaving;
    private @Nullable SceneDrawing next;
    private @Nullable Stinger stinger;
    private Bt709.Yuv behind = Bt709.Yuv.of(0);
    private Transition transition = Transition.CUT;
    private double progress = 1;

    Stage(LayerItem.Studio studio) {
        this.studio = studio;
    }

    /// Takes over what has changed since the picture before.
    void follow(DeskState newState, BrandKit newKit) {
        if (!newState.equals(state) || !newKit.equals(kit)) {
            if (!newKit.equals(kit)) {
                dress(newKit);
            }
            cast(newState, newKit);
            state = newState;
            kit = newKit;
        }
    }

    private void dress(BrandKit newKit) {
        behind = Bt709.Yuv.of(Objects.requireNonNullElse(newKit.colours().get(ColourRole.BACKGROUND), 0));
        Stinger old = stinger;
        stinger = new Stinger(newKit, studio.paintings());
        if (old != null) {
            old.close();
        }
    }

    private void cast(DeskState now, BrandKit newKit) {
        List<SceneDrawing> former = new ArrayList<>();
        for (SceneDrawing drawing : new SceneDrawing[] {onAir, leaving, next}) {
            if (drawing != null && !former.contains(drawing)) {
                former.add(drawing);
            }
        }
        List<SceneDrawing> kept = new ArrayList<>();
        onAir = drawing(now.program(), newKit, former, kept);
        Scene before = now.before().orElse(null);
        boolean changes = before != null && !before.id().equals(now.programId());
        leaving = before != null && changes ? drawing(before, newKit, former, kept) : null;
        next = drawing(now.preview(), newKit, former, kept);
        former.removeAll(kept);
        former.forEach(SceneDrawing::close);
    }

    private SceneDrawing drawing(Scene scene, BrandKit newKit, List<SceneDrawing> former, List<SceneDrawing> kept) {
        for (SceneDrawing known : kept) {
            if (known.id().equals(scene.id())) {
                return known;
            }
        }
        SceneDrawing found = null;
        for (SceneDrawing known : former) {
            if (known.id().equals(scene.id())) {
                found = known;
            }
        }
        if (found == null) {
            found = new SceneDrawing(scene, newKit, studio);
        } else {
            found.become(scene, newKit);
        }
        kept.add(found);
        return found;
    }

    /// Places everything for this picture. To be followed by [#finish()].
    void arrange(Moment moment) {
        DeskState now = Objects.requireNonNull(state);
        transition = now.change().transition();
        double length = transition.millis() * NANOS_PER_MILLI;
        long passed = moment.ptsNanos() - now.change().sinceNanos();
        progress = leaving == null || length == 0 ? 1 : Math.clamp(passed / length, 0.0, 1.0);
        if (leaving != null) {
            if (progress < 1) {
                leaving.arrange(moment);
            } else {
                leaving.rest();
            }
        }
        if (onAir != null) {
            onAir.arrange(moment);
        }
        if (next != null && next != onAir) {
            next.prepare(moment);
        }
    }

    /// The one picture that is all there is to see, as it is; the caller borrows it.
    @Nullable
    VideoFrame untouched() {
        return progress < 1 || onAir == null ? null : onAir.untouched();
    }

    void draw(Canvas canvas, Moment moment) {
        SceneDrawing before = leaving;
        SceneDrawing now = Objects.requireNonNull(onAir);
        if (progress == 1 || before == null) {
            now.draw(canvas, moment, behind);
            return;
        }
        switch (transition.kind()) {
            case CUT -> now.draw(canvas, moment, behind);
            case FADE -> fade(canvas, moment, before, now);
            case STINGER -> {
                (Stinger.showsNewScene(progress) ? now : before).draw(canvas, moment, behind);
                if (stinger != null) {
                    stinger.draw(canvas, progress, moment);
                }
            }
        }
    }

    private void fade(Canvas canvas, Moment moment, SceneDrawing before, SceneDrawing now) {
        MemorySegment other = spare;
        if (other == null) {
            other = Arena.ofAuto().allocate(studio.format().bytes(), 64);
            spare = other;
        }
        before.draw(canvas, moment, behind);
        MemorySegment target = canvas.aim(other);
        now.draw(canvas, moment, behind);
        var _ = canvas.aim(target);
        canvas.mix(other, (int) Math.round(progress * RowBlend.FULL));
    }

    /// Gives back what was taken for this picture.
    void finish() {
        if (leaving != null) {
            leaving.finish();
        }
        if (onAir != null) {
            onAir.finish();
        }
    }

    void close() {
        for (SceneDrawing drawing : new SceneDrawing[] {onAir, leaving, next}) {
            if (drawing != null) {
                drawing.close();
            }
        }
        onAir = null;
        leaving = null;
        next = null;
        if (stinger != null) {
            stinger.close();
            stinger = null;
        }
    }
}
