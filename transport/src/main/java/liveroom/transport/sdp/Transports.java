package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The transports of a local description: of each bundle the first section speaks for all (RFC 9143, section 7), and a
/// section that is in none has a transport of its own.
///
/// @param sections the lines of those that speak, the `m=` line first
public record Transports(List<List<String>> sections) {
    private static final String BUNDLE = "a=group:BUNDLE ";

    /// Takes a description apart.
    ///
    /// @param description one that the library has made
    public static Transports of(String description) {
        List<List<String>> parts = Offer.split(description.lines().toList());
        Set<String> followers = bundles(parts.getFirst()).stream()
                .flatMap(mids -> mids.stream().skip(1))
                .collect(Collectors.toSet());
        List<List<String>> sections = new ArrayList<>();
        for (List<String> section : parts.subList(1, parts.size())) {
            if (Offer.isInUse(section) && !followers.contains(mid(section))) {
                sections.add(List.copyOf(section));
            }
        }
        return new Transports(List.copyOf(sections));
    }

    /// The mids by which candidates name the transports.
    public Set<String> mids() {
        return sections.stream().map(Transports::mid).collect(Collectors.toUnmodifiableSet());
    }

    /// The mids of each bundle, of the lines before the first section.
    static List<List<String>> bundles(List<String> head) {
        return head.stream()
                .filter(line -> line.startsWith(BUNDLE))
                .map(line -> List.of(line.substring(BUNDLE.length()).split(" ", -1)))
                .toList();
    }

    private static String mid(List<String> section) {
        return Offer.attribute(section, "mid").orElse("");
    }
}
