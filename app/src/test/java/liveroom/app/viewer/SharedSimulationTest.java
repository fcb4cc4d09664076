package liveroom.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the shared lane's modules do with made-up packets, networks and clocks, one after the other in one page: see
/// `simulations.html`. Nothing depends on how fast anything runs.
class SharedSimulationTest {
    @RegisterExtension
    static final Simulations SIMULATIONS = new Simulations();

    @Test
    void rtp_packetWithExtensions_isRead() {
        Simulated packet = SIMULATIONS.run("rtpPacket");
        assertThat(packet.number("type")).isEqualTo(96);
        assertThat(packet.number("sequence")).isEqualTo(0x1234);
        assertThat(packet.number("timestamp")).isEqualTo(0x01020304);
        assertThat(packet.number("ssrc")).isEqualTo(0xdeadbeefL);
        assertThat(packet.number("captureMs")).isEqualTo((0xe7ae2f10L - 2_208_988_800L) * 1000.0 + 500);
        assertThat(packet.number("sentMs") - packet.number("captureMs")).isCloseTo(40, within(0.01));
        assertThat(packet.get("keyframe")).isEqualTo(true);
        assertThat(packet.get("payload")).isEqualTo(List.of(10, 11, 12));
    }

    @Test
    void rtp_sentAcrossTheWrapOfTheSendTime_isRead() {
        assertThat(SIMULATIONS.run("rtpAcrossTheWrap").number("inStudioMs")).isCloseTo(40, within(0.01));
    }

    @Test
    void queue_ofWhatWasLateInTheStudio_isNone() {
        Simulated queues = SIMULATIONS.run("queues");
        assertThat(queues.number("inStudioMs")).isZero();
        assertThat(queues.number("onTheWayMs")).isEqualTo(50);
    }

    @Test
    void rtp_paddingContributorsForeignExtension_areSkipped() {
        Simulated packet = SIMULATIONS.run("rtpWithEverything");
        assertThat(packet.get("payload")).isEqualTo(List.of(0xaa, 0xbb));
        assertThat(packet.get("keyframe")).isEqualTo(false);
        assertThat(packet.get("captureMs")).isEqualTo("NaN");
    }

    @Test
    void rtcp_compoundPacket_givesItsSenderReports() {
        Simulated found = SIMULATIONS.run("senderReports");
        assertThat(found.get("rtcp")).isEqualTo(true);
        assertThat((List<?>) found.get("reports")).hasSize(2);
        assertThat(((Map<?, ?>) ((List<?>) found.get("reports")).getLast()).get("ssrc"))
                .isEqualTo(8);
    }

    @Test
    void parsers_garbage_neitherThrowNorGiveEmptyPackets() {
        assertThat(SIMULATIONS.run("garbage").get("error")).isNull();
    }

    @Test
    void sequences_wrapAroundAndOutOfOrder_goOn() {
        assertThat(SIMULATIONS.run("unwrapping").get("numbers")).isEqualTo(List.of(1, 3, 2, 5, 4));
    }

    @Test
    void codec_ofAKeyframeAndOfAnother_isReadOrUnknown() {
        assertThat(SIMULATIONS.run("codec").get("codecs")).isEqualTo(Arrays.asList("avc1.42c01f", null));
    }

    @Test
    void parts_anyButOne_makeThePacketOnce() {
        String whole = "90e0123401020304deadbeef0a0b0c";
        List<?> orders =
                (List<?>) Objects.requireNonNull(SIMULATIONS.run("parts").get("orders"));
        assertThat(orders.subList(0, 3)).isEqualTo(Collections.nCopies(3, Arrays.asList(null, whole, null)));
        assertThat(orders.getLast()).isEqualTo(Arrays.asList(null, null, whole));
    }

    @Test
    void parts_inPieces_makeThePacketOnceAllPiecesHaveCome() {
        Simulated seen = SIMULATIONS.run("pieces");
        assertThat(seen.get("whole")).isEqualTo(Arrays.asList(null, "90e0123401020304deadbeef0a0b0c", null));
        assertThat(seen.get("parity")).isEqualTo(List.of(true, false, true));
    }

    @Test
    void parts_garbage_neitherThrowNorGiveWhatWasNotCut() {
        assertThat(SIMULATIONS.run("partsGarbage").get("error")).isNull();
    }

    @Test
    void redundantSound_isSplit_andMalformedGivesNothing() {
        Simulated sound = SIMULATIONS.run("redundant");
        assertThat(sound.get("halves"))
                .isEqualTo(List.of(
                        Map.of("type", 111, "sequence", 0, "timestamp", 4294966916.0, "payload", List.of(1, 2, 3)),
                        Map.of("type", 111, "sequence", 1, "timestamp", 100, "payload", List.of(4, 5))));
        assertThat(sound.get("payloads")).isEqualTo(List.of(0, 0, 0, 0, 0));
    }

    @Test
    void arrivals_doublesAreTold_andOnlyWhatIsOvertakenOnItsOwnConnectionCounts() {
        Simulated seen = SIMULATIONS.run("arrivals");
        assertThat(seen.get("news")).isEqualTo(List.of(true, true, false, true, false, true));
        assertThat(seen.get("counts")).isEqualTo(List.of(2, 0));
        assertThat(seen.get("sudden")).as("told at once").isEqualTo(List.of(true, false, false, false, false, true));
    }

    @Test
    void receptionReport_everyTenthLost_saysSo() {
        Simulated blocks = SIMULATIONS.run("receptionReport");
        Simulated first = blocks.figures("first");
        assertThat(first.number("fractionLost")).isEqualTo(25);
        assertThat(first.number("lost")).isEqualTo(10);
        assertThat(first.number("highest")).isEqualTo(0x10000 + 65_500 + 99);
        assertThat(first.number("lsr")).isEqualTo(0x12345678);
        assertThat(first.number("dlsr")).isEqualTo(32_768);
        assertThat(first.number("received")).isEqualTo(90);
        assertThat(blocks.get("silent")).isNull();
    }

    @Test
    void order_pictureThatIsSentAgain_isWaitedFor_andNothingIsOnceThereIsAKeyframe() {
        Simulated seen = SIMULATIONS.run("orderRepaired");
        assertThat(seen.get("broken")).isEqualTo(false);
        assertThat(seen.number("tenthMs")).isEqualTo(440);
        assertThat(seen.number("eleventhMs")).isEqualTo(440);
        assertThat(seen.number("keyframeMs")).isEqualTo(1050);
        assertThat(seen.get("numbers")).isEqualTo(List.of(28, 29, 35, 36));
    }

    @ParameterizedTest
    @CsvSource({"false, 3000", "false, 5000", "false, 40000", "false, 65000", "true, 5050", "true, 40050"})
    void order_ofWhatWasNotSentForAWhile_goesOn(boolean pictures, int missing) {
        Simulated seen = SIMULATIONS.run("orderAfterAWhile", Map.of("pictures", pictures, "missing", missing));
        assertThat(seen.number("before")).isEqualTo(90_000);
        // The sound waits for the gap a moment, the pictures for their next keyframe.
        assertThat((List<?>) seen.get("after")).hasSize(pictures ? 50 : 100);
    }

    @Test
    void order_packetsReordered_areDeliveredInOrder() {
        Simulated seen = SIMULATIONS.run("orderReordered");
        assertThat(seen.get("inOrder")).isEqualTo(true);
        assertThat(seen.number("delivered")).isGreaterThan(1980);
    }

    @Test
    void order_networkCalmAgain_waitsNoLongerThanItMust() {
        assertThat(SIMULATIONS.run("orderCalmAgain").number("patienceMs")).isLessThan(15);
    }

    @Test
    void order_floodedBehindAGap_holdsLittle() {
        assertThat(SIMULATIONS.run("orderFlooded").number("held")).isBetween(1.0, 128.0);
    }

    @Test
    void order_pictureLost_nothingUntilNextKeyframe() {
        Simulated seen = SIMULATIONS.run("orderGap");
        assertThat(seen.get("out")).isEqualTo(List.of(5, 6, 12, 13));
        assertThat(seen.get("broken")).isEqualTo(List.of(true, false));
    }

    @Test
    void timeline_senderReport_replacesSingleCaptureTimes() {
        Simulated times = SIMULATIONS.run("timeline");
        assertThat(times.number("before")).isEqualTo(7);
        assertThat(times.number("after")).isZero();
        assertThat(times.number("second")).isEqualTo(1000);
    }

    @Test
    void sounds_behindAGap_areWhereTheyBelong() {
        Simulated sounds = SIMULATIONS.run("soundsBehindGap");
        assertThat(sounds.get("wrong")).isEqualTo(List.of());
        assertThat(sounds.number("lateMs")).isBetween(-5.0, 15.0);
    }

    @Test
    void outputs_two_bothGetTheSoundAndTheElderLeads() {
        Simulated outputs = SIMULATIONS.run("outputs");
        assertThat(outputs.get("leads")).isEqualTo(Arrays.asList(null, "elder", "younger"));
        assertThat(outputs.get("sent"))
                .isEqualTo(List.of(List.of("elder", 0), List.of("younger", 1), List.of("elder", "closed")));
    }

    @Test
    void playout_takenOverByAnother_soundsAsOne() {
        Simulated heard = SIMULATIONS.run("playoutTakenOver");
        assertThat(heard.number("steepness")).isLessThan(1.05);
        assertThat(heard.number("loudest")).isLessThan(1.01);
    }

    @Test
    void schedule_burstOfOldPictures_showsOnlyTheNewest() {
        Simulated seen = SIMULATIONS.run("schedule");
        assertThat(seen.get("old")).isNull();
        assertThat(seen.number("first")).isEqualTo(1000);
        assertThat(seen.get("early")).isNull();
        assertThat(seen.number("due")).isEqualTo(1033);
        assertThat(seen.number("newest")).isEqualTo(1100);
        assertThat(seen.number("dropped")).isEqualTo(1);
    }

    @Test
    void figures_noPictureForAWhile_isAFreezeIfThePageIsInSight() {
        Simulated freezes = SIMULATIONS.run("freezes");
        assertThat(freezes.number("inSight")).isEqualTo(1);
        assertThat(freezes.number("outOfSight")).isZero();
    }

    @Test
    void figures_partsOfTheLatency_addUpToIt() {
        Simulated parts = SIMULATIONS.run("latencyParts");
        assertThat(parts.get("parts")).as("arrival, buffer, render").isEqualTo(List.of(11, 28, 21));
        assertThat(parts.number("latencyMs")).isEqualTo(60);
        assertThat(parts.number("leastBufferMs")).isZero();
        assertThat(parts.get("known")).as("without the studio's clock").isEqualTo(List.of(false, false));
    }

    @Test
    void schedule_nobodyLooks_keepsFewAndClosesAll() {
        Simulated seen = SIMULATIONS.run("scheduleOverrun");
        assertThat(seen.number("most")).isLessThanOrEqualTo(24);
        assertThat(seen.number("open")).isZero();
    }

    @Test
    void schedule_sixtyPicturesASecondInALongDelay_allAreShownAtTheirTime() {
        Simulated seen = SIMULATIONS.run("scheduleOfManyPictures", Map.of("fps", 60, "waitMs", 380));
        assertThat(seen.number("shown")).isGreaterThan(150);
        assertThat(seen.number("shortestMs")).isGreaterThanOrEqualTo(380);
    }

    @Test
    void schedule_moreThanCanWait_areShownBeforeTheirTime() {
        Simulated seen = SIMULATIONS.run("scheduleOfManyPictures", Map.of("fps", 120, "waitMs", 380));
        assertThat(seen.number("shown")).isGreaterThan(150);
        assertThat(seen.number("shortestMs")).isGreaterThan(170);
    }

    @ParameterizedTest
    @ValueSource(ints = {150, -80, 0})
    void playout_crystalsDiffer_driftIsFoundAndTakenOut(int ppm) {
        Simulated played = SIMULATIONS.run("playoutDrift", Map.of("ppm", ppm));
        assertThat(played.number("driftPpm")).isCloseTo(ppm, within(5.0));
        assertThat(played.number("errorMsP95")).isLessThan(0.5);
        assertThat(played.number("jumps") + played.number("madeUp")).isZero();
    }

    @Test
    void playout_packetsLost_toneGoesOnWithoutClick() {
        Simulated played = SIMULATIONS.run("playoutLoss");
        assertThat(played.number("madeUp")).isGreaterThan(20_000);
        assertThat(played.number("steepness")).isLessThan(1.5);
        assertThat(played.number("silent")).isZero();
    }

    @Test
    void playout_aimMoves_followsWithoutJump() {
        Simulated played = SIMULATIONS.run("playoutMoved");
        assertThat(played.number("jumps")).isZero();
        assertThat(played.number("steepness")).isLessThan(1.05);
        assertThat(played.number("errorMsP95")).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({"false, 0, 4", "true, 18, 25"})
    void playout_aimMoves_followedAtOnceInAPauseAndSlowlyElsewhere(boolean tone, double least, double most) {
        Simulated played = SIMULATIONS.run("playoutMovedWithin", Map.of("tone", tone));
        assertThat(played.number("jumps")).isZero();
        assertThat(played.number("behindMs")).isBetween(least, most);
    }

    @Test
    void playout_aimLeaps_jumpsOnceWithoutClick() {
        Simulated played = SIMULATIONS.run("playoutJump");
        assertThat(played.number("jumps")).isEqualTo(1);
        assertThat(played.number("steepness")).isLessThan(1.5);
    }

    @Test
    void playout_cut_fadesToSilenceAndComesBack() {
        Simulated played = SIMULATIONS.run("playoutCut");
        assertThat(played.number("steepness")).isLessThan(1.5);
        assertThat(played.number("silent")).isBetween(650.0, 800.0);
        assertThat(played.number("errorMsP95")).isLessThan(0.5);
    }

    @Test
    void playout_garbage_givesNumbers() {
        assertThat(SIMULATIONS.run("playoutGarbage").get("finite")).isEqualTo(true);
    }
}
