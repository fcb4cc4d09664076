package liveroom.transport.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import liveroom.encoder.Rung;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.RtpPacket;

/// The shared lane with a program, viewers and links, on a clock of its own: seconds pass in no time.
final class Simulation {
    static final long SECOND = 1_000_000_000L;
    static final long STEP = 5_000_000;
    /// In place of a rung.
    static final int SOUND_ALONE = 4;
    /// How long tracks take to wake.
    private static final long WAKING = 500_000_000;
    /// From the question to open connections.
    private static final long OPENING = 700_000_000;
    private static final long PICTURE = SECOND / 30;
    private static final long BLOCK = SECOND / 100;
    private static final long UNIX_OFFSET = 1_790_000_000L * SECOND;
    /// How old pictures are when they are made.
    static final double PICTURE_LAG_MS = FakeProgram.PICTURE_LAG / 1e6;

    final FakeProgram program = new FakeProgram();
    final Broadcast broadcast;
    final TrackEncoders encoders;
    final List<Watching> viewers = new ArrayList<>();
    long now = 1000 * SECOND;
    /// How much longer than it could the studio takes to encode.
    long studioLateNanos;
    boolean picturesStop;
    private final ArrayDeque<Later> later = new ArrayDeque<>();
    private long nextPicture = now;
    private long nextBlock = now;
    private long nextReport = now + SECOND;

    private record Later(long nanos, Runnable step) {}

    /// One viewer, its link and what it was told.
    final class Watching implements SeatListener {
        final FakeLink link = new FakeLink();
        /// Its further connections.
        final List<FakeLink> stripes = new ArrayList<>();
        private final List<FakeLink> draining = new ArrayList<>();
        final Placed placed;
        final List<Integer> rungs = new ArrayList<>();
        final List<Long> changedNanos = new ArrayList<>();
        final List<Integer> connections = new ArrayList<>();
        boolean reports = true;
        /// Counts messages that are overtaken, and opens further connections when asked to.
        boolean spreads;
        /// Counts them, and opens nothing.
        boolean refuses;
        /// Tells when pictures come later and later.
        boolean tellsLate;
        private int looked;
        private double lateMs;
        private long openNanos = Long.MAX_VALUE;
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

        @Override
        public void connections(int wanted) {
            connections.add(wanted);
            openNanos = wanted > 1 && spreads && !refuses ? now + OPENING : Long.MAX_VALUE;
            if (wanted == 1) {
                stripes.forEach(stripe -> broadcast.inbox().post(() -> placed.remove(stripe, now)));
                draining.addAll(stripes);
                stripes.clear();
            }
        }

        Watching tellingLate() {
            tellsLate = true;
            link.holdsMs = 200;
            return this;
        }

        int rung() {
            return rungs.getLast();
        }

        /// From now on a message of which a packet is lost comes later.
        Watching spreading() {
            spreads = true;
            link.repairs = true;
            return this;
        }

        void fail(FakeLink stripe) {
            stripe.closed = true;
            stripes.remove(stripe);
            placed.remove(stripe, now);
        }

        private void open() {
            openNanos = Long.MAX_VALUE;
            for (int i = 1; i < Striping.MOST_CONNECTIONS; i++) {
                FakeLink stripe = new FakeLink(link.arrivals, 5 + i);
                stripe.repairs = true;
                stripes.add(stripe);
                placed.add(stripe, now);
            }
        }

        private void carry() {
            if (now >= openNanos) {
                open();
            }
            double kbps = link.kbps;
            link.kbps = kbps / (stripes.size() + 1);
            link.carry(now);
            for (FakeLink stripe : stripes) {
                stripe.kbps = link.kbps;
                stripe.rttMs = link.rttMs;
                stripe.lossPercent = link.lossPercent;
                stripe.carry(now);
            }
            link.kbps = kbps;
            draining.forEach(stripe -> stripe.carry(now));
            if (tellsLate) {
                lookForLate();
            }
            if (onTracks && now - changedNanos.getLast() > WAKING) {
                link.pictureNanos.add(now); // the tracks bring one
            }
        }

        /// What is told takes as long as the way back.
        private void lookForLate() {
            for (; looked < link.pictures.size(); looked++) {
                RtpPacket picture = link.pictures.get(looked);
                double before = lateMs;
                lateMs = (link.pictureNanos.get(looked) - sent(picture)) / 1e6;
                if (lateMs > 80 && lateMs > before + 20) {
                    double kbps = link.kbps;
                    later.add(new Later(
                            now + (long) (link.rttMs * 1e6),
                            () -> placed.late(picture.ssrc(), picture.sequence(), kbps, now)));
                }
            }
        }

        private void report() {
            int overtaken = link.takeOvertaken();
            for (FakeLink stripe : stripes) {
                overtaken += stripe.takeOvertaken();
            }
            if (reports) {
                double delay = onTracks ? 0 : link.takeWorstDelayMs();
                Delivery said = spreads
                        ? new Delivery(onTracks ? 0 : meanDelayMs(), overtaken, List.of())
                        : new Delivery(Math.max(0, delay - 20), -1, List.of());
                placed.reported(said, now);
            }
            placed.measured(link.pingMs(), onTracks ? link.lossPercent : 0);
        }

        /// Of the last second's pictures, from when they were sent.
        private double meanDelayMs() {
            int first = link.pictures.size();
            while (first > 0 && now - link.pictureNanos.get(first - 1) < SECOND) {
                first--;
            }
            return IntStream.range(first, link.pictures.size())
                    .mapToDouble(i -> (link.pictureNanos.get(i) - sent(link.pictures.get(i))) / 1e6)
                    .average()
                    .orElse(0);
        }

        void leave() {
            broadcast.remove(placed);
            viewers.remove(this);
        }
    }

    /// When a picture was captured, on the clock of the simulation.
    static long captured(RtpPacket picture) {
        return NtpTime.toUnixNanos(picture.captureNtp().orElseThrow()) - UNIX_OFFSET;
    }

    /// When it was sent.
    static long sent(RtpPacket picture) {
        long captured = picture.captureNtp().orElseThrow();
        int later = (picture.sendTime().orElseThrow() - NtpTime.sendTime(captured)) & 0xff_ffff;
        return captured(picture) + ((later * SECOND) >> 18);
    }

    /// Has what is sent be sent.
    SendingThread sending = Runnable::run;

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
            if (!picturesStop) {
                program.picture(nextPicture - studioLateNanos);
            }
            nextPicture += PICTURE;
        }
        while (nextBlock <= now) {
            program.sound(nextBlock);
            nextBlock += BLOCK;
        }
        while (!later.isEmpty() && later.peek().nanos() <= now) {
            later.remove().step().run();
        }
        broadcast.work(sending);
        viewers.forEach(Watching::carry);
        if (now >= nextReport) {
            nextReport += SECOND;
            viewers.forEach(Watching::report);
        }
    }
}
