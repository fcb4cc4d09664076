package liveroom.app.window.sound;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import liveroom.app.studio.AudioLevels;
import liveroom.app.studio.Studio;
import liveroom.app.studio.StudioSnapshot;
import liveroom.app.studio.StudioSnapshot.Muting;
import liveroom.app.window.kit.Wish;
import liveroom.capture.program.ChannelStrip;

/// The host's sound: levels as the meter shows them, gain and mute.
///
/// Confined to the JavaFX thread.
public final class SoundModel {
    private final Studio studio;
    private final MeterBallistics left = new MeterBallistics();
    private final MeterBallistics right = new MeterBallistics();
    private final Wish<Double> gainDb;
    private final Wish<Muting> muting;

    public SoundModel(Studio studio, LongSupplier clock) {
        this.studio = studio;
        this.gainDb = new Wish<>(0.0, clock);
        this.muting = new Wish<>(Muting.OPEN, clock);
    }

    public void read(StudioSnapshot snapshot, long nowNanos) {
        AudioLevels levels = snapshot.sound().levels();
        left.read(levels.leftPeakDbfs(), levels.leftRmsDbfs(), nowNanos);
        right.read(levels.rightPeakDbfs(), levels.rightRmsDbfs(), nowNanos);
        gainDb.report(snapshot.sound().gainDb());
        muting.report(snapshot.sound().muting());
    }

    public void setGainDb(double wanted) {
        double kept = Math.clamp(wanted, ChannelStrip.MIN_GAIN_DB, ChannelStrip.MAX_GAIN_DB);
        if (kept != gainDb.get()) {
            gainDb.set(kept);
            studio.setGainDb(kept);
        }
    }

    public void toggleMute() {
        Muting wanted = muting.get() == Muting.MUTED ? Muting.OPEN : Muting.MUTED;
        muting.set(wanted);
        studio.setMuting(wanted);
    }

    public MeterBallistics left() {
        return left;
    }

    public MeterBallistics right() {
        return right;
    }

    public ReadOnlyObjectProperty<Double> gainDb() {
        return gainDb.property();
    }

    public ReadOnlyObjectProperty<Muting> muting() {
        return muting.property();
    }
}
