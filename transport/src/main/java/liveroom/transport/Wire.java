package liveroom.transport;

import java.util.List;
import java.util.Optional;
import liveroom.encoder.AudioSettings;
import liveroom.encoder.Rung;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.chat.ChatMessage.Author;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages of the data channels: see `docs/protocol.md`.
final class Wire {
    static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(4096)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .build();

    private Wire() {}

    record Welcome(int v, String type, String viewer, String title, double skewCalibrationMs) {
        Welcome(String viewer, String title) {
            this(VERSION, "welcome", viewer, title, 0);
        }
    }

    record Audience(int v, String type, int viewers) {
        Audience(int viewers) {
            this(VERSION, "audience", viewers);
        }
    }

    /// A message that says nothing but its type: `ended`, `removed`.
    record Bare(int v, String type) {
        Bare(String type) {
            this(VERSION, type);
        }
    }

    record Clock(int v, String type, double t0, double t1, double t2) {
        Clock(double t0, double t1, double t2) {
            this(VERSION, "clock", t0, t1, t2);
        }
    }

    /// How long pictures take inside the studio: from capture to their stamp, from there to the network.
    record Picture(int v, String type, double ageMs, double sendMs) {
        Picture(double ageMs, double sendMs) {
            this(VERSION, "picture", ageMs, sendMs);
        }
    }

    /// What is offered beside the picture, from the picture on that was captured `at`, in Unix ms.
    record Shown(int v, String type, String kind, String title, String text, String link, long at) {
        Shown(OnScreen offered, long at) {
            this(VERSION, "on-screen", offered.kind(), offered.title(), offered.text(), offered.link(), at);
        }
    }

    /// The viewer is served by its tracks, which are awake.
    record OnTracks(int v, String type, String lane) {
        OnTracks() {
            this(VERSION, "lane", "track");
        }
    }

    /// The viewer is served on the shared lane, at this rung; a size of zero for the sound alone.
    record OnShared(int v, String type, String lane, int kbps, int width, int height) {
        OnShared(Rung rung) {
            this(
                    VERSION,
                    "lane",
                    "shared",
                    rung.kbps(),
                    rung.format().width(),
                    rung.format().height());
        }

        static OnShared soundAlone() {
            return new OnShared(VERSION, "lane", "shared", AudioSettings.DEFAULT.bitrateKbps(), 0, 0);
        }
    }

    /// The viewer is to open one more connection. No number is given twice.
    record Stripe(int v, String type, int id) {
        Stripe(int id) {
            this(VERSION, "stripe", id);
        }
    }

    /// The answer to the viewer's offer for that connection.
    record StripeAnswer(int v, String type, int id, String sdp) {
        StripeAnswer(int id, String sdp) {
            this(VERSION, "stripe-answer", id, sdp);
        }
    }

    /// That connection is not, or not any more.
    record StripeOver(int v, String type, int id) {
        StripeOver(int id) {
            this(VERSION, "stripe-over", id);
        }
    }

    record History(int v, String type, List<Message> messages) {
        History(List<Message> messages) {
            this(VERSION, "history", messages);
        }
    }

    record Said(int v, String type, Message message) {
        Said(Message message) {
            this(VERSION, "message", message);
        }
    }

    record Deleted(int v, String type, long id) {
        Deleted(long id) {
            this(VERSION, "deleted", id);
        }
    }

    record Muted(int v, String type, boolean muted) {
        Muted(boolean muted) {
            this(VERSION, "muted", muted);
        }
    }

    record Refused(int v, String type, String reason, long retryMs) {
        Refused(String reason, long retryMs) {
            this(VERSION, "refused", reason, retryMs);
        }
    }

    /// A chat message as one viewer sees it.
    record Message(long id, long at, String from, String name, String text, boolean mine) {
        static Message of(ChatMessage message, String viewerId) {
            return switch (message.author()) {
                case Author.Host _ -> of(message, "host", false);
                case Author.Viewer(String author) -> of(message, "viewer", author.equals(viewerId));
            };
        }

        private static Message of(ChatMessage message, String from, boolean mine) {
            return new Message(message.id(), message.at().toEpochMilli(), from, message.name(), message.text(), mine);
        }
    }

    static String write(Record message) {
        return JSON.writeValueAsString(message);
    }

    /// An object of this version with a type, or nothing.
    static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            boolean known = node.isObject()
                    && node.path("v").isInt()
                    && node.path("v").intValue() == VERSION
                    && node.path("type").isString();
            return known ? Optional.of(node) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
