package liveroom.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import liveroom.transport.sdp.Fragment;
import liveroom.transport.sdp.Offer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides who comes in, on the thread `room`. Callable from any thread.
final class Reception implements WhepRoom {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Viewers viewers;
    private final Supplier<RoomState> state;
    private final Predicate<Lane> isFull;
    private final int maxPerAddress;

    /// @param isFull for who announces that lane
    /// @param maxPerAddress most who may watch from one address
    Reception(Viewers viewers, Supplier<RoomState> state, Predicate<Lane> isFull, int maxPerAddress) {
        this.viewers = viewers;
        this.state = state;
        this.isFull = isFull;
        this.maxPerAddress = maxPerAddress;
    }

    @Override
    public CompletableFuture<Boolean> isWelcome(Visitor visitor) {
        return onRoom(() -> CompletableFuture.completedFuture(
                viewers.isIn(visitor) || refusal(visitor).isEmpty()));
    }

    @Override
    public CompletableFuture<Admission> admit(Offer offer, Visitor visitor) {
        return onRoom(() -> {
            Optional<Admission> refused = refusal(visitor);
            if (refused.isPresent()) {
                return CompletableFuture.completedFuture(refused.get());
            }
            return viewers.admit(offer, visitor).<Admission>thenApply(in -> in).exceptionally(failure -> {
                LOG.info("An offer could not be answered: {}", failure.getMessage());
                return new Admission.Unanswerable();
            });
        });
    }

    private Optional<Admission> refusal(Visitor visitor) {
        if (state.get() != RoomState.LIVE) {
            return Optional.of(new Admission.NotLive());
        }
        if (viewers.isKeptOut(visitor)) {
            return Optional.of(new Admission.Removed());
        }
        if (isFull.test(visitor.lane())) {
            return Optional.of(new Admission.Full());
        }
        return viewers.countFrom(visitor.address()) >= maxPerAddress
                ? Optional.of(new Admission.Crowded())
                : Optional.empty();
    }

    @Override
    public CompletableFuture<Patch> patch(String resource, String ifMatch, Fragment fragment) {
        return onRoom(() -> {
            Optional<Viewer> found = viewers.byResource(resource);
            if (found.isEmpty()) {
                return CompletableFuture.completedFuture(new Patch.NoSuchViewer());
            }
            Viewer viewer = found.get();
            boolean matches = ifMatch.equals(viewer.etag()) || ifMatch.equals("*");
            if (!ifMatch.isEmpty() && !matches) {
                return CompletableFuture.completedFuture(new Patch.Stale());
            }
            if (viewer.isPresent(fragment)) {
                viewer.trickle(fragment);
                return CompletableFuture.completedFuture(new Patch.Trickled());
            }
            return restart(viewer, ifMatch, fragment);
        });
    }

    private static CompletableFuture<Patch> restart(Viewer viewer, String ifMatch, Fragment fragment) {
        if (ifMatch.isEmpty()) {
            return CompletableFuture.completedFuture(new Patch.Unconditional());
        }
        if (viewer.negotiating()) {
            return CompletableFuture.completedFuture(new Patch.Stale());
        }
        return viewer.restart(fragment)
                .<Patch>thenApply(answer -> new Patch.Restarted(viewer.etag(), answer))
                .exceptionally(failure -> {
                    LOG.info("ICE could not be restarted: {}", failure.getMessage());
                    return new Patch.Unanswerable();
                });
    }

    @Override
    public CompletableFuture<Boolean> leave(String resource) {
        return onRoom(() -> {
            Optional<Viewer> viewer = viewers.byResource(resource);
            viewer.ifPresent(viewers::free);
            return CompletableFuture.completedFuture(viewer.isPresent());
        });
    }

    private <T> CompletableFuture<T> onRoom(Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        viewers.executor().execute(() -> {
            try {
                var _ = work.get().whenComplete((result, failure) -> {
                    if (failure == null) {
                        done.complete(result);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
            } catch (Throwable e) { // or whoever asked would wait for an answer that never comes
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
