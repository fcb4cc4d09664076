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
        private String etag = "";
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
            case "program" -> answer(request, program);
            case "preview" -> answer(request, preview);
            default -> HttpAnswer.refusal(400, "Say ?of=preview or ?of=program.");
        };
    }

    private HttpAnswer answer(HttpRequest request, Kept one) {
        byte[] jpeg;
        String etag;
        synchronized (one) {
            renew(one);
            if (one.jpeg.isEmpty()) {
                return HttpAnswer.empty(204).with("Cache-Control", "no-store");
            }
            jpeg = one.jpeg.orElseThrow();
            etag = one.etag;
        }
        HttpAnswer answer = request.header("if-none-match").filter(etag::equals).isPresent()
                ? HttpAnswer.empty(304)
                : HttpAnswer.of(200, "image/jpeg", jpeg);
        return answer.with("ETag", etag).with("Cache-Control", "private, no-cache");
    }

    private void renew(Kept one) {
        long now = nanos.getAsLong();
        if (!one.made || now - one.madeNanos >= FRESH_NANOS) {
            one.jpeg = pictures.jpeg(one.bus);
            one.etag = one.jpeg.map(bytes -> "\"" + EntityTag.of(bytes) + "\"").orElse("");
            one.madeNanos = now;
            one.made = true;
        }
    }
}
