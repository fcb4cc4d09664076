package liveroom.transport.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Stream;
import liveroom.capture.media.FramePool;
import liveroom.transport.rtp.RtpPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How sound is sent where many watch.
final class CrowdSoundTest {
    private static final int FRAME_TICKS = 480;

    private final Simulation simulation = new Simulation();

    @AfterEach
    void nothingIsLent() {
        simulation.broadcast.end();
        assertThat(FramePool.lentByAll()).isZero();
    }

    @Test
    void crowd_getsTheSoundBehindItsPictures_andNothingIsMissing() {
        Simulation.Watching first = simulation.join();
        int alone = soundOfASecond(first);
        crowd(15);
        int before = first.link.sound.size();
        int inACrowd = soundOfASecond(first);

        assertThat(alone).isBetween(97, 101);
        assertThat(inACrowd).isBetween(29, 31);
        first.link
                .sound
                .subList(before, before + 29)
                .forEach(packet ->
                        assertThat(frames(packet)).as("packets of 10 ms as one").isBetween(2, 4));
        assertNothingIsMissing(first);
    }

    @Test
    void fewViewers_getTheSoundTwoPacketsAsOne() {
        Simulation.Watching first = simulation.join();
        crowd(7);
        simulation.run(0.02);

        assertThat(soundOfASecond(first)).isBetween(49, 51);
        assertNothingIsMissing(first);
    }

    @Test
    void crowd_thatGoes_getsTheSoundSoonerAgain_butNotAtOnce() {
        Simulation.Watching stays = simulation.join();
        List<Simulation.Watching> others = crowd(15);
        simulation.run(1);
        leave(others.subList(0, 4));
        int ofTwelve = soundOfASecond(stays);
        leave(others.subList(4, 5));
        int ofEleven = soundOfASecond(stays);
        leave(others.subList(5, 15));

        assertThat(ofTwelve).isBetween(29, 31);
        assertThat(ofEleven).isBetween(49, 52);
        assertThat(soundOfASecond(stays)).isBetween(98, 101);
        assertNothingIsMissing(stays);
    }

    @Test
    void crowd_withoutPictures_isSentSoundAllTheSame() {
        Simulation.Watching first = simulation.join();
        crowd(15);
        simulation.run(1);
        simulation.picturesStop = true;

        assertThat(soundOfASecond(first)).as("50 ms at a time").isBetween(19, 21);
        assertNothingIsMissing(first);
    }

    @Test
    void crowd_atSeveralRungs_getsTheSoundWithTheFirst() {
        Simulation.Watching first = simulation.join();
        crowd(14);
        Simulation.Watching slow = simulation.join();
        slow.link.kbps = 1000;
        simulation.run(8);

        assertThat(simulation.program.isEncoded(0)).isTrue();
        assertThat(slow.link.pictures.getLast().ssrc())
                .isNotEqualTo(first.link.pictures.getLast().ssrc());
        assertThat(soundOfASecond(first)).isBetween(29, 31);
        assertNothingIsMissing(first);
    }

    private int soundOfASecond(Simulation.Watching viewer) {
        int before = viewer.link.sound.size();
        simulation.run(1);
        return viewer.link.sound.size() - before;
    }

    private void leave(List<Simulation.Watching> viewers) {
        viewers.forEach(viewer -> simulation.broadcast.remove(viewer.placed));
        simulation.viewers.removeAll(viewers);
    }

    private List<Simulation.Watching> crowd(int size) {
        return Stream.generate(simulation::join).limit(size).toList();
    }

    private static void assertNothingIsMissing(Simulation.Watching viewer) {
        List<RtpPacket> sound = viewer.link.sound;
        for (int i = 1; i < sound.size(); i++) {
            RtpPacket before = sound.get(i - 1);
            assertThat(sound.get(i).timestamp() - before.timestamp()).isEqualTo(frames(before) * FRAME_TICKS);
            assertThat(sound.get(i).sequence()).isEqualTo(before.sequence() + 1 & 0xffff);
        }
    }

    /// RFC 6716 section 3.2.
    private static int frames(RtpPacket packet) {
        boolean counted = (packet.payload().get(ValueLayout.JAVA_BYTE, 0) & 0b11) == 3;
        return counted ? packet.payload().get(ValueLayout.JAVA_BYTE, 1) & 0x3f : 1;
    }
}
