package liveroom.transport;

import java.util.List;
import java.util.Optional;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.RateLimit;
import liveroom.transport.http.RequestHandler;

/// Which request goes where: the pages, their files, the interfaces.
final class Routes implements RequestHandler {
    private static final String HTML = "index.html";

    /// The pages are made of small files from memory, the producer's of some forty, and a whole office may come through
    /// one address.
    private static final double FILE_COST = 0.05;
    /// Behind a tunnel on this computer that names no addresses the whole audience comes through one.
    static final double SHARE_HERE = 0.1;

    private final RoomSettings settings;
    private final Api api;
    private final WhepEndpoint whep;
    private final Producers producers;
    private final RateLimit limit;

    Routes(RoomSettings settings, Api api, WhepEndpoint whep, Producers producers, RateLimit limit) {
        this.settings = settings;
        this.api = api;
        this.whep = whep;
        this.producers = producers;
        this.limit = limit;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        List<String> path = request.segments();
        String first = path.isEmpty() ? "" : path.getFirst();
        String address = Visitor.of(request.remote(), "", Lane.TRACK).address();
        double cost = (isSmall(first, path) ? FILE_COST : 1) * (address.isEmpty() ? SHARE_HERE : 1);
        if (!limit.admits(address, cost)) {
            return HttpAnswer.refusal(429, "Too many requests from this address; try again in a second.")
                    .with("Retry-After", "1");
        }
        return switch (first) {
            case "watch" ->
                path.size() == 2 && isRoom(path.get(1)) ? read(request, settings.files(), HTML) : noSuchRoom();
            case "viewer" -> file(request, settings.files(), path.subList(1, path.size()));
            case "producer" -> producersPage(request, path.subList(1, path.size()));
            case "control" -> producers.answer(request, address, path.subList(1, path.size()));
            case "api" -> api.answer(request, address, path.subList(1, path.size()));
            case "whep" -> whep.answer(request, path.subList(1, path.size()));
            default -> HttpAnswer.refusal(404, "There is no such page.");
        };
    }

    /// Files of the pages, the poster, and the stills of which a producer asks for several a second.
    private static boolean isSmall(String first, List<String> path) {
        return switch (first) {
            case "viewer", "producer" -> true;
            case "api" -> path.getLast().equals("poster");
            case "control" -> path.size() == 2 && path.get(1).equals("picture");
            default -> false;
        };
    }

    private HttpAnswer producersPage(HttpRequest request, List<String> path) {
        return producers
                .page()
                .map(files -> file(request, files, path.isEmpty() ? List.of(HTML) : path))
                .orElseGet(() -> HttpAnswer.refusal(404, "There is no such page."));
    }

    private boolean isRoom(String name) {
        return name.equals(settings.roomId());
    }

    static HttpAnswer noSuchRoom() {
        return HttpAnswer.refusal(404, "There is no such room.");
    }

    private static HttpAnswer file(HttpRequest request, StaticFiles files, List<String> path) {
        boolean plain = !path.isEmpty() && path.stream().allMatch(part -> part.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"));
        return plain ? read(request, files, String.join("/", path)) : HttpAnswer.refusal(404, "There is no such file.");
    }

    private static HttpAnswer read(HttpRequest request, StaticFiles files, String path) {
        if (!reads(request)) {
            return notAllowed("GET, HEAD");
        }
        Optional<StaticFiles.StaticFile> file = files.file(path);
        if (file.isEmpty()) {
            return HttpAnswer.refusal(404, "There is no such file.");
        }
        return FileAnswer.of(file.get(), request);
    }

    static boolean reads(HttpRequest request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    static HttpAnswer notAllowed(String methods) {
        return HttpAnswer.refusal(405, "This address answers to " + methods + " only.")
                .with("Allow", methods);
    }
}
