package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Rewrites descriptions so that the sending side starts fast and sends stereo. libwebrtc takes what it is to send from
/// the format parameters of the other side's description, so they go into the offer before it is set, and into the
/// answer for players that look there.
///
/// @param startKbps video bit rate before the first estimate
/// @param minKbps video bit rate that is never undercut
/// @param maxKbps video bit rate that is never exceeded
public record SendPreferences(int startKbps, int minKbps, int maxKbps) {
    private static final int OPUS_BITS_PER_SECOND = 128_000;
    private static final String OPUS = "opus/48000/2";
    private static final Set<String> VIDEO = Set.of("H264/90000", "VP8/90000", "VP9/90000", "AV1/90000");

    /// The offer as it is handed to the native library.
    public String offer(Offer offer) {
        StringBuilder text = new StringBuilder();
        offer.head().forEach(line -> text.append(line).append("\r\n"));
        for (Offer.Section section : offer.sections()) {
            List<String> lines =
                    section.lines().stream().filter(SendPreferences::stays).toList();
            List<String> narrowed = section.kind().equals("application") ? lines : CodecChoice.apply(lines);
            edit(section.kind(), narrowed, Side.OFFER)
                    .forEach(line -> text.append(line).append("\r\n"));
        }
        return text.toString();
    }

    /// The answer as it is set and sent.
    public String answer(String sdp) {
        StringBuilder text = new StringBuilder();
        List<String> section = new ArrayList<>();
        for (String line : (Iterable<String>)
                () -> Stream.concat(sdp.lines(), Stream.of("m=")).iterator()) {
            if (line.startsWith("m=")) {
                String kind = section.isEmpty() ? "" : section.getFirst().replaceFirst("m=(\\w*).*", "$1");
                edit(kind, section, Side.ANSWER)
                        .forEach(edited -> text.append(edited).append("\r\n"));
                section.clear();
            }
            section.add(line);
        }
        return text.toString();
    }

    private enum Side {
        OFFER,
        ANSWER
    }

    /// Candidates by name would make this machine look up names for a stranger, so they are left out.
    private static boolean stays(String line) {
        return !line.startsWith("a=candidate:")
                || Candidate.parse(line.substring(2)).isPresent();
    }

    private List<String> edit(String kind, List<String> lines, Side side) {
        Map<String, String> added = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.startsWith("a=rtpmap:")) {
                continue;
            }
            String[] map = line.substring("a=rtpmap:".length()).split(" ", 2);
            if (map.length == 2 && kind.equals("audio") && map[1].equalsIgnoreCase(OPUS)) {
                added.put(map[0], opus(side));
            } else if (map.length == 2 && kind.equals("video") && VIDEO.contains(map[1]) && side == Side.OFFER) {
                added.put(
                        map[0],
                        "x-google-start-bitrate=%d;x-google-min-bitrate=%d;x-google-max-bitrate=%d"
                                .formatted(startKbps, minKbps, maxKbps));
            }
        }
        return withParameters(kind, lines, added);
    }

    private static String opus(Side side) {
        String both = "stereo=1;maxaveragebitrate=" + OPUS_BITS_PER_SECOND + ";minptime=10;useinbandfec=1";
        return side == Side.ANSWER ? both + ";sprop-stereo=1" : both;
    }

    private static List<String> withParameters(String kind, List<String> lines, Map<String, String> added) {
        List<String> edited = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String line : lines) {
            String payload = line.startsWith("a=fmtp:") ? line.substring(7).split(" ", 2)[0] : "";
            String more = added.get(payload);
            if (more == null) {
                if (!line.startsWith("a=ptime:") || !kind.equals("audio")) {
                    edited.add(line);
                }
            } else if (done.add(payload)) {
                edited.add("a=fmtp:" + payload + " " + merged(line.substring(line.indexOf(' ') + 1), more));
            }
        }
        added.forEach((payload, parameters) -> {
            if (!done.contains(payload)) {
                edited.add("a=fmtp:" + payload + " " + parameters);
            }
        });
        if (kind.equals("audio") && !added.isEmpty()) {
            edited.add("a=ptime:10");
        }
        return edited;
    }

    private static String merged(String before, String more) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String parameter : (before + ";" + more).split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (!pair[0].isEmpty()) {
                all.put(pair[0], parameter.strip());
            }
        }
        return String.join(";", all.values());
    }
}
