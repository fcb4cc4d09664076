package liveroom.transport.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import liveroom.encoder.Rung;

/// The shared lane with a program, viewers and links, on a clock of its own: seconds pass in no time.
final class Simulation {
    static final long SECOND = 1_000_000_000L;
    static final long STEP = 5_000_000;
    /// In place of a rung.
    static final int SOUND_ALONE = 4;
    /// How long tracks take to wake.
    private static final long WAKING = 500_000_000;
    private static final long PICTURE = SECOND / 30;
    private static final long BLOCK = SECOND / 100;
    private static final long UNIX_OFFSET = 1_790_000_000L * SECOND;

    final FakeProgram program = new FakeProgram();
    final Broadcast broadcast;
    final TrackEncoders encoders;
    final List<Watching> viewers = new ArrayList<>();
    long now = 1000 * SECOND;
    private long nextPicture = now;
    private long nextBlock = now;
    private long nextReport = now + SECOND;

    /// One viewer, its link and what it was told.
    final class Watching implements SeatListener {
        final FakeLink link = new FakeLink();
        final Placed placed;
        final List<Integer> rungs = new ArrayList<>();
        final List<Long> changedNanos = new ArrayList<>();
        boolean reports = true;
        boolean onTracks;
        int toTracks;

        Watching() {
            link.carry(now);
            placed = new Placed(broadcast, link, this, encoders, now);
            viewers.add(this);
            broadcast.add(placed);
        }

        @Override
        public void atRung(Rung rung) {
            onTracks = false;
            rungs.add(rung.index());
            changedNanos.add(now);
        }

        @Override
        public void soundAlone() {
            onTracks = false;
            rungs.add(SOUND_ALONE);
            changedNanos.add(now);
        }

        @Override
        public void toTracks() {
            onTracks = true;
            toTracks++;
            changedNanos.add(now);
        }

        int rung() {
            return rungs.getLast();
        }

        private void carry() {
            link.carry(now);
            if (onTracks && now - changedNanos.getLast() > WAKING) {
                link.pictureNanos.add(now); // the tracks bring one
            }
        }

        private void report() {
            if (reports) {
                double delay = onTracks ? 0 : link.takeWorstDelayMs();
                placed.reported(new Delivery(Math.max(0, delay - 20), List.of()), now);
            }
            placed.measured(link.pingMs(), onTracks ? link.lossPercent : 0);
        }

        void leave() {
            broadcast.remove(placed);
            viewers.remove(this);
        }
    }

    Simulation() {
        this(4);
    }

    Simulation(int trackEncoders) {
        encoders = new TrackEncoders(trackEncoders);
        broadcast = new Broadcast(program, () -> now, () -> now + UNIX_OFFSET, new SplittableRandom(1), () -> {});
    }

    Watching join() {
        return new Watching();
    }

    void run(double seconds) {
        long end = now + (long) (seconds * SECOND);
        while (now < end) {
            step();
        }
    }

    private void step() {
        now += STEP;
        while (nextPicture <= now) {
            program.picture(nextPicture);
            nextPicture += PICTURE;
        }
        while (nextBlock <= now) {
            program.sound(nextBlock);
            nextBlock += BLOCK;
        }
        broadcast.work();
        viewers.forEach(Watching::carry);
        if (now >= nextReport) {
            nextReport += SECOND;
            viewers.forEach(Watching::report);
        }
    }
}
