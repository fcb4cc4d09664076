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
    private final LongSupplier nanos;
    private final Kept program = new Kept(Bus.PROGRAM);
    private final Kept preview = new Kept(Bus.PREVIEW);

    private static final class Kept {
        private final Bus bus;
        private Optional<byte[]> jpeg = Optional.empty();
        private long madeNanos;
        private boolean made;

        Kept(Bus bus) {
            this.bus = bus;
        }
    }

    /// @param nanos a monotonic clock
    Stills(DeskPictures pictures, LongSupplier nanos) {
        this.pictures = pictures;
        this.nanos = nanos;
    }

    HttpAnswer answer(HttpRequest request) {
        return switch (request.query().getOrDefault("of", "")) {
            case "program" -> answer(request, newest(program));
            case "preview" -> answer(request, newest(preview));
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

    private Optional<byte[]> newest(Kept one) {
        synchronized (one) {
            long now = nanos.getAsLong();
            if (!one.made || now - one.madeNanos >= FRESH_NANOS) {
                one.jpeg = pictures.jpeg(one.bus);
                one.madeNanos = now;
                one.made = true;
            }
            return one.jpeg;
        }
    }
}
