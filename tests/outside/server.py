"""A local server that answers as the vendors do, with faults to choose and a ledger of everything that arrived.

    outside = Outside()               # a thread of its own; outside.url("/hook")
    outside.faults["wecom"] += ["drop", "429:120", "delay:2"]   # each is used once
    outside.ledger                    # [{"channel": "wecom", "text": …, "accepted": True, …}]

Faults: drop (the connection goes after the body was read), delay:SECONDS, STATUS or STATUS:RETRY_AFTER, code:VENDORCODE, junk.
"""
import base64
import calendar
import collections
import hashlib
import hmac
import http.server
import json
import socket
import struct
import sys
import threading
import time
import urllib.parse

WECOM_KEY = "wecom-key-693a91f6"
DINGTALK_TOKEN, DINGTALK_SECRET = "ding-token-77aa", "SECdeadbeef"
FEISHU_HOOK, FEISHU_SECRET = "feishu-hook-1234", "deadbeef-feishu"
HOOK_SECRET = "hook-secret-5678"
ALIYUN_ID, ALIYUN_SECRET = "LTAIlocaltest", "aliyun-secret-9abc"
TENCENT_ID, TENCENT_SECRET = "AKIDlocaltest", "tencent-secret-def0"
ERP_TOKEN = "Bearer erp-token-4242"
MINUTE, HOUR = 60, 3600


def hmac256(key, text):
    return hmac.new(key, text.encode() if isinstance(text, str) else text, hashlib.sha256)


class Fault(Exception):
    """An answer that is no success: status, body, headers."""

    def __init__(self, body, status=200, headers=()):
        super().__init__(body)
        self.body, self.status, self.headers = body, status, dict(headers)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    ROUTES = [("/cgi-bin/webhook/send", "wecom"), ("/robot/send", "dingtalk"), ("/open-apis/bot/v2/hook/", "feishu"), ("/hook", "hook"),
              ("/erp", "erp"), ("/redirect", "redirect"), ("/big", "big"), ("/silent", "silent"), ("/echo", "echo")]

    def log_message(self, *_):
        pass

    def handle_all(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
        self.where = parts.path
        channel = next((name for prefix, name in self.ROUTES if parts.path.startswith(prefix)), None)
        channel = channel or ("aliyun" if "x-acs-action" in self.headers else "tencent" if "X-TC-Action" in self.headers else "nothing")
        outside = self.server.outside
        fault = outside.begin(channel)
        entry = {"channel": channel, "method": self.command, "path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                 "body": self.body.decode("utf-8", "replace"), "at": time.time(), "accepted": False}
        try:
            if fault.startswith("delay:"):
                time.sleep(float(fault[6:]))
            elif fault[:3].isdigit():
                status, _, retry = fault.partition(":")
                raise Fault({"error": "as the test wished"}, int(status), {"Retry-After": retry} if retry else {})
            elif fault == "junk":
                raise Fault("<html>not what you expect</html>")
            answer, headers, status = getattr(self, "do_" + channel)(entry, fault[5:] if fault.startswith("code:") else "")
            entry["accepted"] = True
        except Fault as refused:
            answer, headers, status = refused.body, refused.headers, refused.status
        entry["answer"] = answer
        outside.remember(entry)
        if fault == "drop":  # it has arrived; nobody will hear so
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        text = answer if isinstance(answer, (str, bytes)) else json.dumps(answer, ensure_ascii=False)
        data = text if isinstance(text, bytes) else text.encode()
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            pass  # the caller was killed

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_all

    def json_body(self, refusal):
        try:
            return json.loads(self.body)
        except ValueError:
            raise Fault(refusal) from None

    def too_many(self, channel, most, seconds):
        """Whether the robot has had its messages of this time."""
        since = time.time() - seconds
        return sum(1 for e in list(self.server.outside.ledger) if e["channel"] == channel and e["accepted"] and e["at"] > since) >= most

    # --- chat robots: errors come with status 200 ---
    def do_wecom(self, entry, code):
        if self.query.get("key") != WECOM_KEY:
            raise Fault({"errcode": 93000, "errmsg": "invalid webhook url"})
        body = self.json_body({"errcode": 40008, "errmsg": "invalid message type"})
        kind = body.get("msgtype")
        limit = {"text": 2048, "markdown": 4096}.get(kind)
        if limit is None:
            raise Fault({"errcode": 40008, "errmsg": "invalid message type"})
        entry["text"], entry["kind"], entry["content"] = body[kind]["content"], kind, body[kind]
        if len(entry["text"].encode()) > limit:
            raise Fault({"errcode": 40058, "errmsg": "content exceed max length"})
        if code or (self.server.outside.rate_limits and self.too_many("wecom", 20, MINUTE)):
            raise Fault({"errcode": int(code or 45009), "errmsg": "api freq out of limit"})
        return {"errcode": 0, "errmsg": "ok"}, {}, 200

    def do_dingtalk(self, entry, code):
        if self.query.get("access_token") != DINGTALK_TOKEN:
            raise Fault({"errcode": 300001, "errmsg": "token is not exist"})
        stamp = self.query.get("timestamp", "0")
        expected = base64.b64encode(hmac256(DINGTALK_SECRET.encode(), f"{stamp}\n{DINGTALK_SECRET}").digest()).decode()
        if abs(time.time() * 1000 - int(stamp)) > HOUR * 1000 or self.query.get("sign") != expected:
            raise Fault({"errcode": 310000, "errmsg": "sign not match"})
        body = self.json_body({"errcode": 43004, "errmsg": "invalid json"})
        kind = body.get("msgtype")
        entry["kind"], entry["at_whom"] = kind, body.get("at")
        entry["text"] = body["text"]["content"] if kind == "text" else body["markdown"]["text"]
        if kind == "markdown":
            entry["title"] = body["markdown"]["title"]
        if code:
            raise Fault({"errcode": int(code), "errmsg": "send too fast, exceed 20 times per minute"})
        return {"errcode": 0, "errmsg": "ok"}, {}, 200

    def do_feishu(self, entry, code):
        if not self.where.endswith("/" + FEISHU_HOOK):
            raise Fault({"code": 19001, "msg": "param invalid: incoming webhook access token invalid"}, 400)
        body = self.json_body({"code": 9499, "msg": "Bad Request", "data": {}})
        stamp = body.get("timestamp", "0")
        expected = base64.b64encode(hmac256(f"{stamp}\n{FEISHU_SECRET}".encode(), b"").digest()).decode()
        if abs(time.time() - int(stamp)) > HOUR or body.get("sign") != expected:
            raise Fault({"code": 19021, "msg": "sign match fail or timestamp is not within one hour from current time"})
        if len(self.body) > 20 * 1024:
            raise Fault({"code": 9499, "msg": "Bad Request", "data": {}}, 400)
        entry["kind"] = body.get("msg_type")
        if entry["kind"] == "text":
            entry["text"] = body["content"]["text"]
        elif entry["kind"] == "interactive":
            entry["text"] = body["card"]["elements"][0]["content"]
        else:
            raise Fault({"code": 9499, "msg": "Bad Request", "data": {}}, 400)
        if code:
            raise Fault({"code": int(code), "msg": "as the test wished"})
        return {"code": 0, "msg": "success", "data": {}}, {}, 200

    # --- SMS ---
    def do_aliyun(self, entry, code):
        names = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version"
        quote = lambda text: urllib.parse.quote(text, safe="-_.~")
        query = "&".join(f"{quote(k)}={quote(v)}" for k, v in sorted(self.query.items()))
        canonical = f"{self.command}\n/\n{query}\n" + "".join(f"{n}:{self.headers[n].strip()}\n" for n in names.split(";"))
        canonical += f"\n{names}\n{hashlib.sha256(self.body).hexdigest()}"
        signature = hmac256(ALIYUN_SECRET.encode(), "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()).hexdigest()
        wanted = f"ACS3-HMAC-SHA256 Credential={ALIYUN_ID},SignedHeaders={names},Signature={signature}"
        if self.headers["Authorization"] != wanted:
            raise Fault({"Code": "SignatureDoesNotMatch", "Message": "Specified signature is not matched.", "RequestId": "r"}, 400)
        stamp = calendar.timegm(time.strptime(self.headers["x-acs-date"], "%Y-%m-%dT%H:%M:%SZ"))
        if abs(time.time() - stamp) > 15 * MINUTE:
            raise Fault({"Code": "InvalidTimeStamp.Expired", "Message": "expired", "RequestId": "r"}, 400)
        nonce = self.headers["x-acs-signature-nonce"]
        if nonce in self.server.outside.nonces:
            raise Fault({"Code": "SignatureNonceUsed", "Message": "used", "RequestId": "r"}, 400)
        self.server.outside.nonces.add(nonce)
        entry["action"] = self.headers["x-acs-action"]
        entry["key"] = self.query.get("OutId", "")
        if code:
            raise Fault({"Code": code, "Message": "as the test wished", "RequestId": "r"}, 400 if code.startswith("Throttling") else 200)
        if entry["action"] == "SendSms":
            entry["to"], entry["text"] = self.query["PhoneNumbers"], self.query.get("TemplateParam", "")
            return {"Code": "OK", "Message": "OK", "BizId": f"{len(self.server.outside.ledger)}^0", "RequestId": "r"}, {}, 200
        sent = [{"OutId": e["key"], "PhoneNum": e["to"], "SendStatus": 3, "TemplateCode": "SMS_1"} for e in list(self.server.outside.ledger)
                if e["channel"] == "aliyun" and e.get("action") == "SendSms" and e["accepted"] and e["to"] == self.query["PhoneNumber"]]
        size, page = int(self.query["PageSize"]), int(self.query["CurrentPage"])
        return {"Code": "OK", "Message": "OK", "TotalCount": len(sent),
                "SmsSendDetailDTOs": {"SmsSendDetailDTO": sent[(page - 1) * size:page * size]}}, {}, 200

    def do_tencent(self, entry, code):
        stamp = int(self.headers["X-TC-Timestamp"])
        date = time.strftime("%Y-%m-%d", time.gmtime(stamp))
        kind = self.headers["Content-Type"]
        canonical = f"POST\n/\n\ncontent-type:{kind}\nhost:{self.headers['Host']}\n\ncontent-type;host\n{hashlib.sha256(self.body).hexdigest()}"
        scope = f"{date}/sms/tc3_request"
        to_sign = f"TC3-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        key = hmac256(("TC3" + TENCENT_SECRET).encode(), date).digest()
        for part in ("sms", "tc3_request"):
            key = hmac256(key, part).digest()
        wanted = f"TC3-HMAC-SHA256 Credential={TENCENT_ID}/{scope}, SignedHeaders=content-type;host, Signature={hmac256(key, to_sign).hexdigest()}"
        if self.headers["Authorization"] != wanted:
            raise Fault({"Response": {"Error": {"Code": "AuthFailure.SignatureFailure", "Message": "The provided credentials could not be validated."}}})
        if abs(time.time() - stamp) > 5 * MINUTE:
            raise Fault({"Response": {"Error": {"Code": "AuthFailure.SignatureExpire", "Message": "expired"}}})
        body = json.loads(self.body)
        entry["action"] = self.headers["X-TC-Action"]
        if code and not code.startswith("set:"):
            raise Fault({"Response": {"Error": {"Code": code, "Message": "as the test wished"}, "RequestId": "r"}})
        if entry["action"] == "SendSms":
            entry["to"], entry["key"], entry["text"] = body["PhoneNumberSet"][0], body["SessionContext"], body["TemplateParamSet"]
            state = {"SerialNo": f"s{len(self.server.outside.ledger)}", "PhoneNumber": entry["to"], "Code": code[4:] or "Ok", "Message": "send success"}
            return {"Response": {"SendStatusSet": [state], "RequestId": "r"}}, {}, 200
        sent = [{"SessionContext": e["key"], "SerialNo": "s", "PhoneNumber": e["to"], "ReportStatus": "SUCCESS"} for e in list(self.server.outside.ledger)
                if e["channel"] == "tencent" and e.get("action") == "SendSms" and e["accepted"] and e["to"] == body["PhoneNumber"]]
        return {"Response": {"PullSmsSendStatusSet": sent, "RequestId": "r"}}, {}, 200

    # --- our own scheme, and services as companies have them ---
    def do_hook(self, entry, _):
        entry["key"] = self.headers["Idempotency-Key"]
        fields = dict(part.split("=", 1) for part in (self.headers["X-Signature"] or "t=0,v1=").split(","))
        if abs(time.time() - int(fields["t"])) > 5 * MINUTE or fields["v1"] != hmac256(HOOK_SECRET.encode(), fields["t"].encode() + b"." + self.body).hexdigest():
            raise Fault({"error": "signature"}, 401)
        entry["text"] = json.loads(self.body)["text"]
        return {"ok": True}, {}, 200

    def do_erp(self, entry, _):
        entry["key"] = self.headers["Idempotency-Key"]
        if self.headers["Authorization"] != ERP_TOKEN:
            raise Fault({"error": f"who are you, {self.headers['Authorization']}?"}, 401)  # as careless servers do
        entry["text"] = self.body.decode()
        return {"number": 4711, "order": {"state": "booked", "items": [1, 2, 3]}}, {"X-Request": "r1"}, 201 if self.command == "POST" else 200

    def do_redirect(self, entry, _):
        return {}, {"Location": self.query.get("to", self.path)}, int(self.query.get("status", 302))  # to itself when nothing is said

    def do_big(self, entry, _):
        return b"[" + b"1," * (int(self.query["bytes"]) // 2) + b"1]", {}, 200

    def do_silent(self, entry, _):
        time.sleep(float(self.query["seconds"]))
        return {}, {}, 200

    def do_echo(self, entry, _):
        return {"headers": {k.lower(): v for k, v in self.headers.items()}, "path": self.path, "body": self.body.decode()}, {}, int(self.query.get("status", 200))

    def do_nothing(self, entry, _):
        raise Fault({"error": "nothing here"}, 404)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass  # callers are killed in these tests


class Outside:
    def __init__(self, port=0, rate_limits=True):
        self.ledger, self.nonces, self.rate_limits, self.begun = [], set(), rate_limits, 0
        self.faults = collections.defaultdict(list)
        self.arrived = threading.Condition()
        self.server = Server(("127.0.0.1", port), Handler)
        self.server.outside = self
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self):
        return self.server.server_address[1]

    def url(self, path="", host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def reset(self):
        """Another test begins."""
        with self.arrived:
            self.ledger.clear()
            self.faults.clear()

    def begin(self, channel):
        """A request is here and waits for its answer."""
        with self.arrived:
            self.begun += 1
            self.arrived.notify_all()
            return self.faults[channel].pop(0) if self.faults[channel] else ""

    def remember(self, entry):
        with self.arrived:
            self.ledger.append(entry)
            self.arrived.notify_all()

    def of(self, channel, **more):
        """What a channel has accepted."""
        with self.arrived:
            return [e for e in self.ledger if e["channel"] == channel and e["accepted"] and all(e.get(k) == v for k, v in more.items())]


if __name__ == "__main__":
    outside = Outside(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    print(f"listening on {outside.url()}", flush=True)
    seen = 0
    while True:
        with outside.arrived:
            outside.arrived.wait_for(lambda: len(outside.ledger) > seen)
            for line in outside.ledger[seen:]:
                print(json.dumps(line, ensure_ascii=False), flush=True)
            seen = len(outside.ledger)
