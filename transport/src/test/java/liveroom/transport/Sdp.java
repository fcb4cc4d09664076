package liveroom.transport;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a viewer does with descriptions.
final class Sdp {
    private Sdp() {}

    static String credentials(String sdp) {
        return first(sdp, "a=ice-ufrag:") + "\r\n" + first(sdp, "a=ice-pwd:") + "\r\nm=video 9 UDP/TLS/RTP/SAVPF 0\r\n"
                + first(sdp, "a=mid:") + "\r\n";
    }

    static String first(String sdp, String prefix) {
        return sdp.lines().filter(line -> line.startsWith(prefix)).findFirst().orElseThrow();
    }

    /// An answer with the credentials and candidates of a fragment.
    static String restarted(String answer, String fragment) {
        List<String> candidates =
                fragment.lines().filter(line -> line.startsWith("a=candidate:")).toList();
        String body = answer.lines()
                .filter(line -> !line.startsWith("a=candidate:"))
                .map(line -> line.startsWith("a=ice-ufrag:") ? first(fragment, "a=ice-ufrag:") : line)
                .map(line -> line.startsWith("a=ice-pwd:") ? first(fragment, "a=ice-pwd:") : line)
                .map(line -> line.equals("a=mid:0") ? line + "\r\n" + String.join("\r\n", candidates) : line)
                .collect(Collectors.joining("\r\n"));
        return body + "\r\n";
    }

    /// An offer whose picture may come in one codec only, without retransmissions.
    static String withVideo(String codec, String offer) {
        Set<String> kept = offer.lines()
                .filter(line -> line.matches("a=rtpmap:\\d+ " + codec + "/90000"))
                .map(Sdp::payload)
                .collect(Collectors.toSet());
        StringBuilder text = new StringBuilder();
        boolean video = false;
        for (String line : offer.lines().toList()) {
            video = line.startsWith("m=") ? line.startsWith("m=video") : video;
            if (line.startsWith("m=video")) {
                text.append("m=video 9 UDP/TLS/RTP/SAVPF ").append(String.join(" ", kept));
            } else if (video && line.matches("a=(rtpmap|fmtp|rtcp-fb):.*") && !kept.contains(payload(line))) {
                continue;
            } else {
                text.append(line);
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String payload(String line) {
        return line.substring(line.indexOf(':') + 1, line.indexOf(' '));
    }

    static String withoutCandidates(String sdp) {
        return sdp.lines()
                .filter(line -> !line.startsWith("a=candidate:"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
