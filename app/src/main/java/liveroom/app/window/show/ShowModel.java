package liveroom.app.window.show;

import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import liveroom.app.studio.ShowState;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.window.kit.Figures;

/// Whether the show is on air, for how long, and for how many.
///
/// Confined to the JavaFX thread.
public final class ShowModel {
    private final Studio studio;
    private final InstantSource wallClock;
    private final ReadOnlyBooleanWrapper onAir = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper runningTime = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper audience = new ReadOnlyIntegerWrapper();

    public ShowModel(Studio studio, InstantSource wallClock) {
        this.studio = studio;
        this.wallClock = wallClock;
    }

    public void read(StudioSnapshot snapshot) {
        audience.set(snapshot.audience());
        switch (snapshot.show()) {
            case ShowState.OffAir _ -> {
                onAir.set(false);
                runningTime.set("");
            }
            case ShowState.OnAir live -> {
                onAir.set(true);
                runningTime.set(Figures.running(Duration.between(live.since(), wallClock.instant())));
            }
        }
    }

    /// The host pressed the one button. Going live happens at once, and so does ending when nobody watches.
    public Answer press() {
        if (!onAir.get()) {
            studio.goLive();
            return Answer.DONE;
        }
        if (audience.get() > 0) {
            return Answer.ASK_FIRST;
        }
        studio.endShow();
        return Answer.DONE;
    }

    /// The host has been asked, and means it.
    public void end() {
        studio.endShow();
    }

    public ReadOnlyBooleanProperty onAir() {
        return onAir.getReadOnlyProperty();
    }

    /// How long the show has been on air; empty off air.
    public ReadOnlyStringProperty runningTime() {
        return runningTime.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty audience() {
        return audience.getReadOnlyProperty();
    }

    /// What became of pressing the button.
    public enum Answer {
        DONE,
        /// Viewers are watching: ask before it ends.
        ASK_FIRST
    }
}
