package liveroom.transport.tls;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import liveroom.transport.tls.ServerCertificate.Issuer;
import org.jspecify.annotations.Nullable;

/// A certificate that the host has from somebody whom browsers trust, in PEM files (RFC 7468).
public final class SuppliedCertificate {
    private static final char[] IN_MEMORY = "liveroom".toCharArray();
    private static final long MAX_BYTES = 256 * 1024;

    private SuppliedCertificate() {}

    /// Reads it.
    ///
    /// @param chain the certificate, then those that vouch for it
    /// @param key its private key, PKCS #8 without a password
    /// @throws IOException with a sentence, if the two cannot be read or do not belong together
    public static ServerCertificate load(Path chain, Path key) throws IOException {
        readable(chain);
        readable(key);
        try {
            Keys keys = Keys.builder()
                    .pem(pem -> pem.certChain(Resource.create(chain)).key(Resource.create(key)))
                    .build();
            PrivateKey privateKey = keys.privateKey().orElse(null);
            if (privateKey == null) {
                throw unusable(key, "no private key in it", null);
            }
            List<X509Certificate> certificates = keys.certChain();
            if (certificates.isEmpty()) {
                throw unusable(chain, "no certificate in it", null);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("host", privateKey, IN_MEMORY, certificates.toArray(X509Certificate[]::new));
            ServerCertificate certificate = ServerCertificate.of(store, IN_MEMORY, Issuer.HOST);
            KeyPairCheck.requirePair(privateKey, certificates.getFirst().getPublicKey());
            return certificate;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unusable(chain, "it and its key cannot be used", e);
        }
    }

    private static void readable(Path file) throws IOException {
        if (!Files.isReadable(file) || file.toFile().length() > MAX_BYTES) {
            throw unusable(file, "the file cannot be read", null);
        }
    }

    private static IOException unusable(Path file, String why, @Nullable Throwable cause) {
        return new IOException(
                "The certificate " + file + " cannot be used: " + why
                        + ". Give a certificate chain and a private key (PKCS #8, no password) in PEM files.",
                cause);
    }
}
