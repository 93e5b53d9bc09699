/* Passkeys. <form data-passkey="create" or "get" data-options="{JSON}"> with a hidden input named `credential`.
   Sending the form asks the device first, then sends its answer as ordinary JSON text in that field. */

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const withBytes = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

function decoded(options) {
  const whole = options.publicKey ?? options;
  return {
    ...whole,
    challenge: toBytes(whole.challenge),
    ...(whole.user && { user: { ...whole.user, id: toBytes(whole.user.id) } }),
    ...(whole.excludeCredentials && { excludeCredentials: withBytes(whole.excludeCredentials) }),
    ...(whole.allowCredentials && { allowCredentials: withBytes(whole.allowCredentials) }),
  };
}

function encoded(credential) {
  const { response } = credential;
  const answer = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) answer[part] = toText(response[part]);
  }
  if (response.getTransports) answer.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: answer,
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-passkey-failed]");
  if (globalThis.PublicKeyCredential) form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (said) said.hidden = true;
    try {
      const publicKey = decoded(JSON.parse(form.dataset.options));
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
      form.elements.credential.value = encoded(credential);
      form.submit();
    } catch { // refused, timed out, or no key here: the other ways on the page stay open
      if (said) said.hidden = false;
    }
  });
}
