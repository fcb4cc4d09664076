package liveroom.transport;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import liveroom.transport.control.KeptStill;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.RateLimit;
import org.jspecify.annotations.Nullable;

/// What newcomers see until their own picture has come: the program as it was a second ago at most, once somebody shows
/// it. Free-threaded.
final class Poster {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_SECONDS = 2;
    /// A whole office may come at once through one address, but nobody is to watch the show by its posters.
    private static final double PER_SECOND = 2;
    private static final double BURST = 50;

    private final RateLimit limit = new RateLimit(PER_SECOND, BURST, System::nanoTime);
    private volatile @Nullable KeptStill program;

    /// @param jpeg makes one of the program as it is; nothing while there is no picture
    void show(Supplier<Optional<byte[]>> jpeg) {
        program = new KeptStill(jpeg, FRESH_NANOS, System::nanoTime);
    }

    /// The poster for whom the room has let in, or would let in now; nothing for everybody else.
    HttpAnswer answer(HttpRequest request, WhepRoom room) {
        Visitor visitor =
                Visitor.of(request.remote(), request.header(Visitor.TOKEN).orElse(""), Lane.TRACK);
        return poster(visitor, room)
                .map(jpeg -> HttpAnswer.of(200, "image/jpeg", jpeg))
                .orElseGet(() -> HttpAnswer.empty(204))
                .with("Cache-Control", "no-store");
    }

    private Optional<byte[]> poster(Visitor visitor, WhepRoom room) {
        KeptStill now = program;
        double cost = visitor.address().isEmpty() ? Routes.SHARE_HERE : 1;
        return now != null && limit.admits(visitor.address(), cost) && isWelcome(visitor, room)
                ? now.newest()
                : Optional.empty();
    }

    private static boolean isWelcome(Visitor visitor, WhepRoom room) {
        try {
            return room.isWelcome(visitor).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
