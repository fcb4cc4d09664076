package liveroom.transport;

import java.util.List;
import java.util.Optional;
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

    /// The offer without data in its bundle.
    static String dataApart(String offer) {
        return offer.replaceFirst("(a=group:BUNDLE .*) \\S+", "$1");
    }

    /// What a restart tells the studio: the credentials of each section.
    static String fragment(String sdp) {
        return sdp.lines()
                .filter(line -> line.matches("m=.*|a=(mid|ice-ufrag|ice-pwd):.*"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /// An answer with the credentials and candidates of a fragment, transport by transport.
    static String restarted(String answer, String fragment) {
        List<String> told = List.of(fragment.split("(?=m=)", -1));
        StringBuilder text = new StringBuilder();
        for (String section : answer.split("(?=m=)", -1)) {
            Optional<String> own = told.stream()
                    .filter(part ->
                            section.startsWith("m=") && first(part, "a=mid:").equals(first(section, "a=mid:")))
                    .findFirst();
            String part = own.orElse(told.getFirst());
            section.lines()
                    .filter(line -> !line.startsWith("a=candidate:"))
                    .map(line -> line.startsWith("a=ice-ufrag:") ? first(part, "a=ice-ufrag:") : line)
                    .map(line -> line.startsWith("a=ice-pwd:") ? first(part, "a=ice-pwd:") : line)
                    .forEach(line -> text.append(line).append("\r\n"));
            own.stream()
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith("a=candidate:"))
                    .forEach(line -> text.append(line).append("\r\n"));
        }
        return text.toString();
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
