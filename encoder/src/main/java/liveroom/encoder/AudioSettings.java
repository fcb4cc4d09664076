package liveroom.encoder;

/// What the audio encoder is asked for.
public record AudioSettings(PacketLength packetLength, int bitrateKbps) {
    public static final AudioSettings DEFAULT = new AudioSettings(PacketLength.MILLIS_10, 128);

    public AudioSettings {
        if (bitrateKbps < 16 || bitrateKbps > 510) {
            throw new IllegalArgumentException(bitrateKbps + " kbit/s");
        }
    }

    /// Sound in one packet: shorter is sooner heard, longer costs fewer packets.
    public enum PacketLength {
        MILLIS_10(480),
        MILLIS_20(960);

        private final int frames;

        PacketLength(int frames) {
            this.frames = frames;
        }

        /// Sample frames in a packet.
        public int frames() {
            return frames;
        }
    }
}
