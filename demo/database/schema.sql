-- The demo's tables, with the roles and the auth schema that a Supabase project has.

create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;

create schema auth;

create table auth.users (
  id uuid primary key default gen_random_uuid(),
  email text not null unique,
  encrypted_password text not null,
  raw_app_meta_data jsonb not null default '{}',
  raw_user_meta_data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_sign_in_at timestamptz
);

create table auth.sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table auth.refresh_tokens (
  token_hash text primary key,
  session_id uuid not null references auth.sessions (id) on delete cascade,
  created_at timestamptz not null default now(),
  spent_at timestamptz
);

create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;

create function auth.uid() returns uuid language sql stable as $$
  select nullif(auth.jwt() ->> 'sub', '')::uuid
$$;

create function auth.role() returns text language sql stable as $$
  select auth.jwt() ->> 'role'
$$;

create table tenants (
  id uuid primary key,
  name text not null
);

create table profiles (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null unique references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  full_name text not null,
  email text not null,
  phone text not null,
  address text not null,
  created_at timestamptz not null default now()
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  reference text not null,
  title text not null,
  place text not null default 'North pontoon',
  starts_at timestamptz not null,
  guests integer not null default 1 check (guests between 1 and 40),
  status text not null default 'confirmed' check (status in ('confirmed', 'completed', 'cancelled')),
  note text not null default '',
  created_at timestamptz not null default now()
);

create table invoices (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  booking_id uuid references bookings (id) on delete set null,
  number text not null,
  payment_reference text not null,
  amount_cents integer not null check (amount_cents >= 0),
  currency text not null default 'EUR',
  status text not null default 'open' check (status in ('open', 'paid', 'overdue')),
  issued_on date not null,
  created_at timestamptz not null default now()
);

create table chat_messages (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  conversation_id uuid not null,
  author text not null check (author in ('customer', 'assistant')),
  text text not null,
  created_at timestamptz not null default now()
);

-- What the staff writes about a customer (`user_id`), and the customer must never read.
create table internal_notes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  author_id uuid references auth.users (id) on delete set null,
  text text not null,
  created_at timestamptz not null default now()
);

-- What the chatbot may look things up in: the tenant's own pages (`shared`) and papers of one customer.
create table documents (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  tenant_id uuid not null references tenants (id),
  title text not null,
  body text not null,
  shared boolean not null default false,
  created_at timestamptz not null default now()
);

create index on profiles (tenant_id);
create index on bookings (user_id);
create index on invoices (user_id);
create index on chat_messages (user_id, created_at);
create index on internal_notes (tenant_id);
create index on documents (tenant_id);

-- Looks things up on the caller's own authority (security invoker): the row rules apply.
create function match_documents(query text) returns setof documents language sql stable as $$
  select * from documents
  where to_tsvector('simple', title || ' ' || body) @@ websearch_to_tsquery('simple', replace(trim(query), ' ', ' or '))
  order by created_at
$$;

-- What the mobile site lists: with the rights of who asks (security invoker), so that the row rules apply.
create view booking_overview with (security_invoker = true) as
  select id, user_id, tenant_id, reference, title, starts_at, note from bookings;

-- Supabase grants its API roles everything in `public` and leaves the rest to the row rules.
grant usage on schema public, auth to anon, authenticated, service_role;
grant all on all tables in schema public to anon, authenticated, service_role;
grant execute on all functions in schema public, auth to anon, authenticated, service_role;
grant all on all tables in schema auth to service_role;

-- Files, as Supabase keeps them: the bytes lie elsewhere, and a row says whose folder a file is in.
create schema storage;

create table storage.buckets (
  id text primary key,
  public boolean not null default false
);

create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text not null references storage.buckets (id),
  name text not null,
  owner uuid references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  unique (bucket_id, name)
);

create function storage.foldername(name text) returns text[] language sql immutable as $$
  select (string_to_array(name, '/'))[1 : array_length(string_to_array(name, '/'), 1) - 1]
$$;

-- Everybody may see a bucket's pictures by their addresses; nobody may read a paper but its owner.
insert into storage.buckets (id, public) values ('gallery', true), ('papers', false);
insert into storage.objects (bucket_id, name) values ('gallery', 'keelboat.svg'), ('gallery', 'east-quay.svg');

grant usage on schema storage to anon, authenticated, service_role;
grant select on storage.buckets, storage.objects to anon, authenticated, service_role;
grant execute on all functions in schema storage to anon, authenticated, service_role;
