"""A real SMTP server (aiosmtpd) with answers to choose, as a program of its own: prints its port, then one JSON line a mail.

Usage: mailserver.py '{"tls": "starttls|implicit|none", "cert": …, "key": …, "user": …, "password": …,
                       "rcpt": "550 no such user", "data": "451 later", "drop": true}'
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

wish = json.loads(sys.argv[1])


def say(**what):
    print(json.dumps(what), flush=True)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if wish.get("rcpt"):
            return wish["rcpt"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        say(sender=envelope.mail_from, to=envelope.rcpt_tos, mail=envelope.content.decode(), tls=session.ssl is not None or wish["tls"] == "implicit")
        if wish.get("drop"):
            server.transport.abort()
        return wish.get("data", "250 queued")


def authenticate(server, session, envelope, mechanism, data):
    good = data.login.decode() == wish.get("user") and data.password.decode() == wish.get("password")
    say(login=data.login.decode(), good=good)
    return AuthResult(success=good, handled=False)  # the answer, 235 or 535, is left to aiosmtpd


async def main():
    context = None
    if wish["tls"] != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(wish["cert"], wish["key"])
    starttls = context if wish["tls"] == "starttls" else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Handler(), hostname="localhost", tls_context=starttls, require_starttls=starttls is not None, loop=loop,
                     authenticator=authenticate if wish.get("user") else None, auth_required=bool(wish.get("user")),
                     auth_require_tls=wish["tls"] == "starttls"),
        "127.0.0.1", 0, ssl=context if wish["tls"] == "implicit" else None)
    say(port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


asyncio.run(main())
