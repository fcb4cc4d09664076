package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import liveroom.transport.rtp.NtpTime;
import liveroom.transport.rtp.ReceptionReport;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final double HALF = 128.0 / 256;

    private static Report read(String members) {
        return Report.of(
                Wire.read("{\"v\":1,\"type\":\"report\"" + members + "}").orElseThrow());
    }

    @Test
    void report_asTheProtocolSays_isTakenWhole() {
        Report report =
                read(",\"lane\":\"shared\",\"queueMs\":3.5,\"decodeMs\":2.1,\"playoutMs\":41.0,\"lateFrames\":4,"
                        + "\"arrivalMs\":12.5,\"bufferMs\":28,\"renderMs\":20.1,\"driftPpm\":12.1,\"lossPercent\":1.5,\"rtp\":[{\"ssrc\":3054198966,\"fractionLost\":128,\"lost\":-3,"
                        + "\"highest\":70021,\"jitter\":91,\"lsr\":3735928559,\"dlsr\":32768,\"received\":70000}]");
        assertThat(report.lossPercent()).hasValue(1.5);
        assertThat(report.shared().decodeMs()).hasValue(2.1);
        assertThat(report.parts())
                .isEqualTo(new Report.Parts(OptionalDouble.of(12.5), OptionalDouble.of(28), OptionalDouble.of(20.1)));
        assertThat(report.delivery().queueMs()).isEqualTo(3.5);
        assertThat(report.delivery().overtaken()).isNegative();
        ReceptionReport block = report.delivery().blocks().getFirst();
        assertThat(block)
                .isEqualTo(new ReceptionReport((int) 3054198966L, 128, -3, 70021, 91, 0xdeadbeef, 32768, 70000));
        assertThat(block.lostShare()).isEqualTo(HALF);
    }

    /// The example in RFC 3550 section 6.4.1, figure 2: 6.125 seconds.
    @Test
    void roundTrip_ofTheStandardsExample_isItsResult() {
        long received = 0xB44DB710_80000000L;
        ReceptionReport block = new ReceptionReport(1, 0, 0, 0, 0, 0xB7052000, 0x00054000, 0);
        assertThat(NtpTime.middle(received)).isEqualTo(0xB7108000);
        assertThat(block.roundTripMillis(received)).isEqualTo(6125);
        assertThat(new ReceptionReport(1, 0, 0, 0, 0, 0, 5, 0).roundTripMillis(received))
                .isNaN();
        assertThat(new ReceptionReport(1, 0, 0, 0, 0, 0xB7052000, 0x7fffffff, 0).roundTripMillis(received))
                .isNaN();
    }

    @Test
    void report_ofNonsense_isBounded() {
        Report report = read(
                ",\"arrivalMs\":1e300,\"bufferMs\":-7,\"renderMs\":[],\"queueMs\":1e300,\"decodeMs\":-5,\"driftPpm\":\"x\",\"lossPercent\":4000,\"overtaken\":1e99,\"rtp\":"
                        + "[7,null,{},{\"ssrc\":1.5},{\"ssrc\":1,\"fractionLost\":1e9},{\"ssrc\":1,\"fractionLost\":999999,"
                        + "\"lost\":99999999999,\"received\":-1}]");
        assertThat(report.parts())
                .isEqualTo(new Report.Parts(OptionalDouble.of(60_000), OptionalDouble.of(0), OptionalDouble.empty()));
        assertThat(report.shared().queueMs()).hasValue(60_000);
        assertThat(report.shared().decodeMs()).hasValue(0);
        assertThat(report.delivery().overtaken()).isEqualTo(100_000);
        assertThat(report.shared().driftPpm()).isEmpty();
        assertThat(report.lossPercent()).hasValue(100);
        assertThat(report.delivery().blocks())
                .containsExactly(
                        new ReceptionReport(1, 0, 0, 0, 0, 0, 0, 0),
                        new ReceptionReport(1, 255, 0x7f_ffff, 0, 0, 0, 0, 0));
    }

    @Test
    void report_withTooManyBlocks_isCutOff() {
        String block = "{\"ssrc\":1},";
        assertThat(read(",\"rtp\":[" + block.repeat(100) + "{\"ssrc\":1}]")
                        .delivery()
                        .blocks())
                .hasSize(8);
    }

    @Test
    void report_withMembersOfAnyKind_isRead() {
        SplittableRandom random = new SplittableRandom(4);
        String[] values = {"1", "-1", "1e400", "\"\"", "null", "[]", "{}", "true", "99999999999999999999999", "0.5"};
        String[] names = {
            "queueMs",
            "decodeMs",
            "playoutMs",
            "lateFrames",
            "driftPpm",
            "skewMs",
            "latencyMs",
            "arrivalMs",
            "bufferMs",
            "renderMs",
            "rtp"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder members = new StringBuilder();
            for (String name : names) {
                String value = values[random.nextInt(values.length)];
                String nested = "[{\"ssrc\":" + value + ",\"lsr\":" + value + ",\"received\":" + value + "}]";
                members.append(",\"").append(name).append("\":").append(random.nextInt(4) == 0 ? nested : value);
            }
            Report report = read(members.toString());
            assertThat(report.delivery().queueMs()).isBetween(0.0, 60_000.0);
            assertThat(report.parts().arrivalMs().orElse(0)).isBetween(0.0, 60_000.0);
        }
    }
}
