package liveroom.transport.control;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import liveroom.transport.control.DeskPictures.Bus;
import liveroom.transport.http.EntityTag;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;

/// Gives out stills, and has at most ten a second made of each bus, however many ask. Free-threaded.
final class Stills {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DeskPictures pictures;
    private final KeptStill program;
    private final KeptStill preview;

    /// @param nanos a monotonic clock
    Stills(DeskPictures pictures, LongSupplier nanos) {
        this.pictures = pictures;
        program = new KeptStill(() -> pictures.jpeg(Bus.PROGRAM), FRESH_NANOS, nanos);
        preview = new KeptStill(() -> pictures.jpeg(Bus.PREVIEW), FRESH_NANOS, nanos);
    }

    HttpAnswer answer(HttpRequest request) {
        return switch (request.query().getOrDefault("of", "")) {
            case "program" -> answer(request, program.newest());
            case "preview" -> answer(request, preview.newest());
            case "scene" -> answer(request, pictures.jpegOf(request.query().getOrDefault("scene", "")));
            default -> HttpAnswer.refusal(400, "Say ?of=preview, ?of=program or ?of=scene&scene=ID.");
        };
    }

    private static HttpAnswer answer(HttpRequest request, Optional<byte[]> still) {
        if (still.isEmpty()) {
            return HttpAnswer.empty(204).with("Cache-Control", "no-store");
        }
        byte[] jpeg = still.get();
        String etag = "\"" + EntityTag.of(jpeg) + "\"";
        HttpAnswer answer = request.header("if-none-match").filter(etag::equals).isPresent()
                ? HttpAnswer.empty(304)
                : HttpAnswer.of(200, "image/jpeg", jpeg);
        return answer.with("ETag", etag).with("Cache-Control", "private, no-cache");
    }
}
