package liveroom.transport.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What the studio proves itself with over HTTPS.
///
/// @param context serves TLS with the certificate and its private key
/// @param issuer whose word browsers have to take
/// @param fingerprint SHA-256 of the certificate, as browsers show it: `AB:CD:…`
/// @param expires when browsers stop to accept it
public record ServerCertificate(SSLContext context, Issuer issuer, String fingerprint, Instant expires) {
    /// Who vouches for a certificate.
    public enum Issuer {
        /// The studio itself: browsers warn once.
        STUDIO,
        /// Whoever gave the host the certificate.
        HOST
    }

    static ServerCertificate of(KeyStore store, char[] password, Issuer issuer)
            throws GeneralSecurityException, IOException {
        String alias = store.aliases().nextElement();
        Certificate certificate = store.getCertificate(alias);
        if (!(certificate instanceof X509Certificate x509)) {
            throw new GeneralSecurityException("no X.509 certificate in the key store");
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(x509.getEncoded());
        return new ServerCertificate(
                context,
                issuer,
                HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT),
                x509.getNotAfter().toInstant());
    }
}
