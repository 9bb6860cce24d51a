# Varnish 6.4 or newer in front of Broadsheet, with varnish-modules (vmods xkey and var). Explained in cdn.md.
vcl 4.1;

import std;
import var;
import xkey;

# Where the paper listens.
backend paper {
    .host = "127.0.0.1";
    .port = "5000";
    .probe = { .url = "/healthz"; .interval = 1s; .timeout = 2s; .window = 3; .threshold = 2; .initial = 2; }
}

# Who may say what changed: the machines that the paper runs on.
acl newspaper { "127.0.0.1"; "::1"; }

sub vcl_recv {
    if (req.method == "PURGE") {
        # A comma: it came through a proxy of our own, so its address is not the sender's.
        if (client.ip !~ newspaper || req.http.X-Forwarded-For ~ ",") { return (synth(403)); }
        # First the sign, then the purge: see vcl_backend_response.
        var.global_set("purge", req.xid);
        if (req.http.Surrogate-Key == "*") {
            ban("obj.status != 0");
        } elsif (req.http.Surrogate-Key) {
            set req.http.Purged = xkey.purge(req.http.Surrogate-Key);
        } else {
            return (synth(400));
        }
        return (synth(200, "Purged"));
    }
    if (req.method != "GET" && req.method != "HEAD") { return (pass); }
    # One person's own, or nobody's to keep.
    if (req.url ~ "^/(newsroom|api|comments|healthz|readyz)(/|\?|$)" || req.url ~ "[?&]remembered=") { return (pass); }
    # A reader's page is the same for everyone.
    unset req.http.Cookie;
    unset req.http.Authorization;
    # Varnish itself knows only gzip.
    if (req.restarts == 0) { unset req.http.Brotli; unset req.http.Nobody-Answers; }
    if (req.http.Accept-Encoding ~ "(^|[, ])br($|[,; ])" && req.http.Accept-Encoding !~ "br *; *q=0(\.0*)?($|[, ])") { set req.http.Brotli = "1"; }
    # An old page only when nobody answers.
    if (std.healthy(req.backend_hint) && !req.http.Nobody-Answers) { set req.grace = 0s; }
    return (hash);
}

sub vcl_hash {
    # What links carry for those who count clicks leads to the same page.
    hash_data(regsub(regsuball(req.url, "([?&])((utm_[a-z]+|fbclid|gclid|msclkid)=[^&]*(&|$))+", "\1"), "[?&]+$", ""));
    hash_data(req.http.Brotli);
    return (lookup);
}

sub vcl_backend_fetch {
    if (bereq.http.Brotli) { set bereq.http.Accept-Encoding = "br"; }
    unset bereq.http.Brotli;
    set bereq.http.Purge-Before = "at " + var.global_get("purge");
}

sub vcl_backend_response {
    # Anything else is as Varnish's own rules have it, which keep nothing that the paper does not allow.
    if (!bereq.uncacheable && beresp.http.CDN-Cache-Control && !beresp.http.Set-Cookie) {
        # Something was purged since this fetch began, so the page may be from before, and too late to be purged: once more.
        if (bereq.http.Purge-Before != "at " + var.global_get("purge")) {
            if (bereq.retries < 3) { return (retry); }
            set beresp.uncacheable = true;
            set beresp.ttl = 1s;
            return (deliver);
        }
        set beresp.ttl = std.duration(regsub(beresp.http.CDN-Cache-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
        set beresp.grace = std.duration(regsub(beresp.http.CDN-Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
        set beresp.http.Fetch = "fetch:" + bereq.xid;
        set beresp.http.Purge-Before = bereq.http.Purge-Before;
        set beresp.http.xkey = beresp.http.Surrogate-Key + " " + beresp.http.Fetch;
        return (deliver);
    }
}

sub vcl_backend_error { return (abandon); }

sub vcl_synth {
    if (resp.status == 503) {
        # Nobody answered: once more, now with old pages allowed.
        if ((req.method == "GET" || req.method == "HEAD") && req.restarts == 0) {
            set req.http.Nobody-Answers = "1";
            return (restart);
        }
        set resp.http.Content-Type = "text/plain; charset=utf-8";
        set resp.http.Cache-Control = "no-store";
        set resp.body = "The paper does not answer at the moment. Please try again in a minute.";
        return (deliver);
    }
}

sub vcl_deliver {
    # Purged between the question above and the page's being put into its place: so it was put there in vain.
    if (obj.hits == 0 && resp.http.Fetch && resp.http.Purge-Before != "at " + var.global_get("purge")) {
        set req.http.Purged = xkey.purge(resp.http.Fetch);
    }
    if (obj.hits > 0) {
        set resp.http.Cache-Status = resp.http.Cache-Status + ", varnish; hit";
        if (obj.ttl < 0s) { set resp.http.Cache-Status = resp.http.Cache-Status + "; detail=stale"; }
    }
    unset resp.http.Fetch;
    unset resp.http.Purge-Before;
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.CDN-Cache-Control;
    unset resp.http.Via;
    unset resp.http.X-Varnish;
}
