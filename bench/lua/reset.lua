-- Resets a space, again and again.
function request()
  return wrk.format("POST", wrk.path)
end
